import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Neo4jConfig } from '../config.js';
import { AtlasError } from '../errors.js';
import { chooseNeo4j } from '../neo4j/ways/choose.js';
import type { Starting } from '../neo4j/ways/running.js';

/** A command line, and the environment it runs in. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs a command with NEO4J_URI and its like set to a Neo4j that stays up until the command has ended. */
export async function withNeo4j(config: Neo4jConfig, commandLine: CommandLine, starting: Starting): Promise<void> {
  const neo4j = await chooseNeo4j(config, starting.say, starting.signal);
  try {
    starting.say(`Using ${neo4j.description}`);
    const { uri, username, password, database } = neo4j.target;
    const names = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
    await run(commandLine, names, starting.signal);
  } finally {
    await neo4j.stop();
  }
}

async function run(
  { words, environment }: CommandLine,
  names: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const [program = '', ...parameters] = words;
  const env = { ...environment, ...names, ATLAS_NEO4J: 'uri' };
  // In a process group of its own: all of it is told to end, once, and no shell in between keeps that to itself.
  const child = spawn(program, parameters, { stdio: 'inherit', env, detached: true });
  signal.addEventListener('abort', () => endGroup(child));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0 && !signal.aborted) {
    throw new AtlasError('INTERNAL_SERVER_ERROR', `"${words.join(' ')}" ended with the exit code ${String(code)}.`);
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(-pid, 'SIGINT');
}
