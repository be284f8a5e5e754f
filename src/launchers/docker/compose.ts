import { join } from 'node:path';
import { packageRoot } from '../../paths.js';
import { tryProgram, type Answer } from './engine.js';

/** Runs a command of the installed compose program with the project's compose file. */
export type Compose = (parameters: readonly string[], timeoutMs: number) => Promise<Answer>;

const file = join(packageRoot, 'docker-compose.yml');

/** Finds `docker compose` or the older `docker-compose`; undefined if neither is installed. */
export async function findCompose(project: string | undefined): Promise<Compose | undefined> {
  const name = project === undefined ? [] : ['-p', project];
  for (const [program, ...first] of [['docker', 'compose'], ['docker-compose']] as const) {
    if ((await tryProgram(program, [...first, 'version'], 10_000)).ok) {
      return (parameters, timeoutMs) => tryProgram(program, [...first, '-f', file, ...name, ...parameters], timeoutMs);
    }
  }
  return undefined;
}
