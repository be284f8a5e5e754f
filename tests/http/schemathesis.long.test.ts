import { describeRandomQueries } from './random-queries.js';

describeRandomQueries({ each: 25, all: 1_000 });
