import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ compiled: 700, interpreted: 700, plain: 1_000 });
