import { describeRandomQueries } from './describe-random-queries.js';

describeRandomQueries({
  ...{ compiled: 6, interpreted: 9, plain: 185, plainDepth: 1 },
  // All lists of entities are made alike.
  plainRoots: ['company', 'companies', 'tool', 'domain', 'region'],
});
