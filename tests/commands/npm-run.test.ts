import { describeNpmRun } from './npm-run.js';

// start.test.ts tests the command of `npm run start`; npm-run.long.test.ts tests both scripts with both signals.
describeNpmRun([['dev', 'npm alone']]);
