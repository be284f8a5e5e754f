import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 8, interpreted: 10, plain: 182, plainDepth: 1 });
