import { describeNpmRun } from './npm-run.js';

// npm-run.long.test.ts has the other script and the other signal.
describeNpmRun([['start', 'npm alone']]);
