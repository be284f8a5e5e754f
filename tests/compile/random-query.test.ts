import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 40, interpreted: 60, plain: 100 });
