import { describeNpmRun } from './npm-run.js';

describeNpmRun([
  ['start', 'npm alone'],
  ['start', 'all, as Ctrl-C at a terminal does'],
  ['dev', 'npm alone'],
  ['dev', 'all, as Ctrl-C at a terminal does'],
]);
