import { describeAnswers } from './describe-answers.js';

await describeAnswers({
  cases: 140,
  writes: 10,
  seed: 20250103,
  maxDocuments: 2,
  maxDepth: 3,
  maxRequests: 8,
  maxWaves: 6,
});
