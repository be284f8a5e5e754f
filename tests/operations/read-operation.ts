import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

/** The text of `operations/<name>.graphql`, as a client would send it. */
export function readOperation(name: string): string {
  return readFileSync(join(packageRoot, 'operations', `${name}.graphql`), 'utf8');
}

/** The names of all operations. */
export function operationNames(): string[] {
  return readdirSync(join(packageRoot, 'operations')).flatMap((file) => /^(.*)\.graphql$/.exec(file)?.[1] ?? []);
}
