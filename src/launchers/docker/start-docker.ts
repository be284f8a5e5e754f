import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { DatabaseTarget } from '../../neo4j/database.js';
import { lockDirectory } from '../directory-lock.js';
import { targetAt } from '../local/home.js';
import type { LaunchContext, LaunchResult, RunningNeo4j } from '../launcher.js';
import { findWriteProblem } from '../write-problem.js';
import { waitUntilOpen } from '../wait-until-open.js';
import { findCompose, type RunCompose } from './compose.js';
import { findEngineProblem, ensureImage, neo4jImage, waitForContainerExit } from './engine.js';

/** The compose program, or what is missing to use Docker. */
type DockerTools = { readonly compose: RunCompose } | { readonly missing: string };

const composeTimeoutMs = 120_000;
const queryTimeoutMs = 20_000;
const startTimeoutMs = 300_000;
const checkIntervalMs = 5_000;

/** Starts the Neo4j of the compose file, and pulls its image if needed. Otherwise returns what is missing. */
export async function startDocker(dataDir: string, context: LaunchContext): Promise<LaunchResult> {
  const tools = await findDockerTools(dataDir, findWriteProblem);
  if ('missing' in tools) return tools;
  const imageProblem = await ensureImage(neo4jImage, () => context.report(`Pulling ${neo4jImage} (once)`));
  if (imageProblem !== undefined) return { missing: imageProblem };
  try {
    return await startContainer(tools.compose, dataDir, context);
  } catch (error) {
    // A failed start counts as missing, so that the next launcher is tried.
    if (error instanceof AtlasError && error.code === 'NO_DATABASE') return { missing: error.message };
    throw error;
  }
}

/** Finds a compose program and an engine, and checks the directory. Otherwise returns what is missing. */
export async function findDockerTools(
  dataDir: string,
  findDirectoryProblem: typeof findWriteProblem,
): Promise<DockerTools> {
  const problem =
    (await findEngineProblem()) ?? (await findDirectoryProblem(dockerDirectoryIn(dataDir), 'ATLAS_DATA_DIR'));
  if (problem !== undefined) return { missing: problem };
  const compose = await findCompose(projectNameOf(dataDir));
  return compose === undefined
    ? { missing: 'neither "docker compose" nor "docker-compose" is installed' }
    : { compose };
}

/** The directory with the lock of the container. */
export function dockerDirectoryIn(dataDir: string): string {
  return join(dataDir, 'docker');
}

/** Starts the container and waits until it responds. Stopping removes the container, not the volume. */
async function startContainer(
  compose: RunCompose,
  dataDir: string,
  { report, signal }: LaunchContext,
): Promise<RunningNeo4j> {
  const directory = dockerDirectoryIn(dataDir);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const lock = lockDirectory(directory);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= compose(['down'], composeTimeoutMs).then(() => lock.release()));
  try {
    report(`Starting the container of ${neo4jImage} (data in the volume ${projectNameOf(dataDir)}_neo4j-data)`);
    await runCompose(compose, ['up', '-d', 'neo4j'], composeTimeoutMs);
    const target = await readTarget(compose);
    await waitUntilOpen(target, startTimeoutMs, signal, watchContainer(compose));
    const container = await runCompose(compose, ['ps', '-q', 'neo4j'], queryTimeoutMs);
    const description = `${neo4jImage} in Docker at ${target.uri}`;
    return { launcher: 'docker', target, description, ended: waitForContainerExit(container), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The name of the compose project: one for each data directory, so that two copies of the project share no volume. */
export function projectNameOf(dataDir: string): string {
  return `aigc-atlas-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`;
}

async function readTarget(compose: RunCompose): Promise<DatabaseTarget> {
  const boltAddress = await runCompose(compose, ['port', 'neo4j', '7687'], queryTimeoutMs);
  // The container writes the password shortly after its start.
  const passwordCommand = 'until [ -s /secret/password ]; do sleep 0.1; done; cat /secret/password';
  const password = await runCompose(
    compose,
    ['exec', '-T', 'neo4j', '/bin/bash', '-c', passwordCommand],
    queryTimeoutMs,
  );
  return targetAt(`bolt://${boltAddress}`, password);
}

async function runCompose(compose: RunCompose, args: readonly string[], timeoutMs: number): Promise<string> {
  const result = await compose(args, timeoutMs);
  if (result.ok) return result.output;
  throw new AtlasError('NO_DATABASE', `"docker compose ${args[0]}" failed: ${result.reason}`);
}

/** Checks whether the container still runs, but at most every few seconds: a check takes a second of CPU time. */
function watchContainer(compose: RunCompose): () => Promise<AtlasError | undefined> {
  let lastCheckAt = Date.now();
  return async () => {
    if (Date.now() - lastCheckAt < checkIntervalMs) return undefined;
    lastCheckAt = Date.now();
    return findStoppedContainer(compose);
  };
}

async function findStoppedContainer(compose: RunCompose): Promise<AtlasError | undefined> {
  const probe = await compose(['exec', '-T', 'neo4j', 'true'], queryTimeoutMs);
  if (probe.ok) return undefined;
  const logs = await compose(['logs', '--tail', '5', 'neo4j'], queryTimeoutMs);
  const detail = logs.ok ? logs.output : logs.reason;
  return new AtlasError('NO_DATABASE', `The Neo4j container exited during startup:\n${detail}`);
}
