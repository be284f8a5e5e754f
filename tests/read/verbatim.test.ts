import { answers, describeVerbatim } from './describe-verbatim.js';

// Several walks are in verbatim.long.test.ts: Neo4j takes long to plan their statement, and each way here has one of its own.
describeVerbatim(answers.filter(([what], index) => index % 3 === 0 && what !== 'of walks'));
