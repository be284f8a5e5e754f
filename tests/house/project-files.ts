import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

/** Every file that belongs to the project, as git knows it, by its path from the root; new ones count too. */
export function projectFiles(): string[] {
  const options = { cwd: packageRoot, encoding: 'utf8', maxBuffer: 1 << 26 } as const;
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], options);
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(packageRoot, path)));
}

/** The text of one of the project's files. */
export function readProjectFile(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8');
}
