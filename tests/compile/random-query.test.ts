import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 25, interpreted: 35, plain: 140 });
