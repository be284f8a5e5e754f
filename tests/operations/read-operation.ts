import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

/** Reads `operations/<name>.graphql`. */
export function readOperation(name: string): string {
  return readFileSync(join(packageRoot, 'operations', `${name}.graphql`), 'utf8');
}

/** Lists the names of all files in `operations`, without extension. */
export function listOperationNames(): string[] {
  return readdirSync(join(packageRoot, 'operations')).flatMap((file) => /^(.*)\.graphql$/.exec(file)?.[1] ?? []);
}
