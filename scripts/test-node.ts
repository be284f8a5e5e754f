import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../src/paths.js';
import { installNode, testedNodeVersions } from './package/node-versions.js';

/** Runs the tests beside the source files on each tested version of Node.js, except the one that runs this script. */
const vitest = join(packageRoot, 'node_modules', 'vitest', 'vitest.mjs');
for (const version of testedNodeVersions) {
  const program = installNode(version);
  if (program === process.execPath) continue;
  console.log(`Node.js ${version}`);
  const { status } = spawnSync(program, [vitest, 'run', 'src', 'scripts'], { cwd: packageRoot, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
