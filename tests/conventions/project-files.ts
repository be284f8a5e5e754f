import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

/** The paths of all files that git tracks or does not ignore, relative to the project's root. */
export function projectFiles(): string[] {
  const options = { cwd: packageRoot, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], options);
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(packageRoot, path)));
}

/** Reads a file of the project by its path relative to the root. */
export function readProjectFile(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8');
}

/** The documentation pages, by their path from the root. */
export function pages(): string[] {
  return projectFiles().filter((path) => path.endsWith('.md') && !path.startsWith('.github/'));
}
