import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ perField: 25, total: 1_000 });
