import { describeNpmRun } from './npm-run.js';

// Each script and each form of the signal once.
describeNpmRun([
  ['start', 'all, as Ctrl-C at a terminal does'],
  ['dev', 'npm alone'],
]);
