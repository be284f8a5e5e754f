import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root directory of the project. This file is one level below it, both in `src` and in `dist`. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/**
 * The directory for the database of an atlas. An update of an installed package removes its directory, so the database
 * is elsewhere.
 */
export function defaultDataDir(root: string, atlasDir: string | undefined, dataHome: string): string {
  if (atlasDir !== undefined) return join(atlasDir, '.atlas');
  return isInstalled(root) ? join(dataHome, 'aigc-atlas') : join(root, '.atlas');
}

/** Whether a directory is the one of a package that npm has installed, also for `npx`; false for a checkout. */
export function isInstalled(root: string): boolean {
  return root.split(sep).includes('node_modules');
}
