import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 15, interpreted: 25, plain: 160, plainDepth: 1 });
