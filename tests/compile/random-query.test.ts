import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 10, interpreted: 15, plain: 175, plainDepth: 1 });
