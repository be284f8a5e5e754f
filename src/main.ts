#!/usr/bin/env node
import { tooFewOpenFiles } from './open-files.js';

// The rest is imported afterwards: Node fails with a stack where it may not open as many files as that takes.
const problem = tooFewOpenFiles();
if (problem === undefined) await import('./program.js');
else {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
}
