import { describeRandomQueries } from './describe-random-queries.js';

await describeRandomQueries({
  cases: 140,
  writes: 10,
  seed: 20250103,
  maxDocuments: 2,
  maxDepth: 3,
  maxRequests: 8,
  maxGroups: 6,
});
