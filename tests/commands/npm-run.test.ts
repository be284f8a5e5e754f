import { describeNpmRun } from './npm-run.js';

// What start runs is in start.test.ts; npm-run.long.test.ts has both scripts and the other signal.
describeNpmRun([['dev', 'npm alone']]);
