import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import type { Neo4jConfig } from '../config.js';
import { AtlasError } from '../errors.js';
import { launchNeo4j } from '../launchers/launch-neo4j.js';
import type { LaunchContext } from '../launchers/launcher.js';
import { errorMessage } from '../shared/caught-error.js';

/** A command line and its environment variables. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a command with NEO4J_URI and related variables set to a Neo4j that runs until the command has ended. Returns the
 * exit code of the command: 0 if `signal` stopped it, 128 plus the signal number if another signal ended it.
 */
export async function withNeo4j(
  config: Neo4jConfig,
  commandLine: CommandLine,
  context: LaunchContext,
): Promise<number> {
  const neo4j = await launchNeo4j(config, { ...context, canShare: true });
  try {
    context.report(`Using ${neo4j.description}`);
    const { uri, username, password, database } = neo4j.target;
    const variables = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    return await run(commandLine, variables, context.signal);
  } finally {
    await neo4j.stop();
  }
}

async function run(
  { argv, environment }: CommandLine,
  variables: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  const [program = '', ...args] = argv;
  const env = { ...environment, ...variables, ATLAS_NEO4J: 'uri' };
  // In its own process group, so that one signal reaches all its processes, also below an intermediate shell.
  const child = spawn(program, args, { stdio: 'inherit', env, detached: true });
  signal.addEventListener('abort', () => interruptGroup(child));
  try {
    const [code, endSignal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    if (signal.aborted) return 0; // stopped by our signal, as intended
    return code ?? 128 + constants.signals[endSignal ?? 'SIGTERM'];
  } catch (error) {
    throw new AtlasError('BAD_CONFIG', `Expected an executable command, found "${program}" (${errorMessage(error)}).`, {
      cause: error,
    });
  }
}

function interruptGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(-pid, 'SIGINT');
}
