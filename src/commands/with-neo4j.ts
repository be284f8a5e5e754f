import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import type { Neo4jConfig } from '../config.js';
import { AtlasError } from '../errors.js';
import { launchNeo4j } from '../launchers/launch-neo4j.js';
import type { LaunchContext } from '../launchers/launcher.js';
import { errorMessage } from '../shared/caught-error.js';

/** A command line, and the environment it runs in. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command with NEO4J_URI and its like set to a Neo4j that stays up until the command has ended. Gives the command's
 * exit code: 0 where it was stopped from here, and 128 and the signal's number where another signal has ended it.
 */
export async function withNeo4j(
  config: Neo4jConfig,
  commandLine: CommandLine,
  context: LaunchContext,
): Promise<number> {
  const neo4j = await launchNeo4j(config, { ...context, canShare: true });
  try {
    context.say(`Using ${neo4j.description}`);
    const { uri, username, password, database } = neo4j.target;
    const names = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    return await run(commandLine, names, context.signal);
  } finally {
    await neo4j.stop();
  }
}

async function run(
  { words, environment }: CommandLine,
  names: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  const [program = '', ...parameters] = words;
  const env = { ...environment, ...names, ATLAS_NEO4J: 'uri' };
  // In a process group of its own: all of it is told to end, once, and no shell in between keeps that to itself.
  const child = spawn(program, parameters, { stdio: 'inherit', env, detached: true });
  signal.addEventListener('abort', () => endGroup(child));
  try {
    const [code, ended] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    if (signal.aborted) return 0; // it was told to end, and did
    return code ?? 128 + constants.signals[ended ?? 'SIGTERM'];
  } catch (error) {
    throw new AtlasError(
      'BAD_CONFIG',
      `Expected a command that can be run, found "${program}" (${errorMessage(error)}).`,
      {
        cause: error,
      },
    );
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(-pid, 'SIGINT');
}
