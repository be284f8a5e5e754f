import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 500, interpreted: 500, plain: 1_000, plainDepth: 3 });
