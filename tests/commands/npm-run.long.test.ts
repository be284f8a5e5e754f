import { describeNpmRun } from './npm-run.js';

describeNpmRun([
  ['start', 'npm alone'],
  ['start', 'the process group, as Ctrl-C does'],
  ['dev', 'npm alone'],
  ['dev', 'the process group, as Ctrl-C does'],
]);
