import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 50, interpreted: 50, plain: 100 });
