import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({ perField: 3, total: 100 });
