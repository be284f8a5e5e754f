import { join } from 'node:path';
import { packageRoot } from '../../paths.js';
import { runProgram, type CommandResult } from './engine.js';

/** Runs a command of the installed compose program with the project's compose file. */
export type RunCompose = (args: readonly string[], timeoutMs: number) => Promise<CommandResult>;

const composeFile = join(packageRoot, 'docker-compose.yml');

/** Finds `docker compose` or the older `docker-compose`; undefined if neither is installed. */
export async function findCompose(project: string | undefined): Promise<RunCompose | undefined> {
  const projectOption = project === undefined ? [] : ['-p', project];
  for (const [program, ...subcommand] of [['docker', 'compose'], ['docker-compose']] as const) {
    if ((await runProgram(program, [...subcommand, 'version'], 10_000)).ok) {
      return (args, timeoutMs) =>
        runProgram(program, [...subcommand, '-f', composeFile, ...projectOption, ...args], timeoutMs);
    }
  }
  return undefined;
}
