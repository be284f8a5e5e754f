import { describeAnswers } from './describe-answers.js';

await describeAnswers({ cases: 8, writes: 1, seed: 1, maxDocuments: 2, maxDepth: 2, maxRequests: 5, maxWaves: 3 });
