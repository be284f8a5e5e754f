import { describeRandomQueries } from './random-queries.js';

describeRandomQueries({ each: 3, all: 100 });
