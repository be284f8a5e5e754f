import { join, relative } from 'node:path';
import { packageRoot } from '../paths.js';

/** The project's own folder of data files, as seen from where the command runs. */
export function defaultDataDir(): string {
  return relative(process.cwd(), join(packageRoot, 'data')) || '.';
}
