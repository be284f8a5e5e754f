import { describeRandomQueries } from './describe-random-queries.js';

await describeRandomQueries({
  cases: 8,
  writes: 1,
  seed: 1,
  maxDocuments: 2,
  maxDepth: 2,
  maxRequests: 5,
  maxGroups: 3,
});
