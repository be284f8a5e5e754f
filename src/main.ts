#!/usr/bin/env node
import { findOpenFileProblem } from './open-files.js';

// The program is imported after the check: its imports fail with a stack trace if too few open files are allowed.
const problem = findOpenFileProblem();
if (problem === undefined) await import('./program.js');
else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
