import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { DatabaseTarget } from '../../neo4j/database.js';
import { lockFolder } from '../folder-lock.js';
import type { RunningNeo4j, Say, LaunchContext } from '../launcher.js';
import { whyUnwritable } from '../writable-folder.js';
import { waitUntilOpen } from '../wait-until-open.js';
import { findCompose, type Compose } from './compose.js';
import { missingEngine, missingImage, neo4jImage, whenContainerEnds } from './engine.js';

const upMs = 120_000;
const quickMs = 20_000;
const timeoutMs = 300_000;
const lookEveryMs = 5_000;

/** Finds a compose program and an engine, and pulls the image if needed. Otherwise returns what is missing. */
export async function findDockerNeeds(
  dataDir: string,
  say: Say,
): Promise<{ readonly compose: Compose } | { readonly missing: string }> {
  const noEngine = (await missingEngine()) ?? (await whyUnwritable(join(dataDir, 'docker'), 'ATLAS_DATA_DIR'));
  if (noEngine !== undefined) return { missing: noEngine };
  const compose = await findCompose(projectOf(dataDir));
  if (compose === undefined) return { missing: 'neither "docker compose" nor "docker-compose" is installed' };
  const noImage = await missingImage(neo4jImage, () => say(`Pulling ${neo4jImage} (once)`));
  return noImage === undefined ? { compose } : { missing: noImage };
}

/** Starts the Neo4j of the compose file and waits until it responds. Stopping removes the container, not the volume. */
export async function startDocker(
  compose: Compose,
  dataDir: string,
  { say, signal }: LaunchContext,
): Promise<RunningNeo4j> {
  const folder = join(dataDir, 'docker');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = lockFolder(folder);
  const down = async (): Promise<void> => {
    await compose(['down'], upMs);
    lock.release();
  };
  try {
    say(`Starting the container of ${neo4jImage} (data in the volume ${projectOf(dataDir)}_neo4j-data)`);
    await runCompose(compose, ['up', '-d', 'neo4j'], upMs);
    const target = await targetOf(compose);
    await waitUntilOpen(target, timeoutMs, signal, watchContainer(compose));
    const container = await runCompose(compose, ['ps', '-q', 'neo4j'], quickMs);
    return describe(target, whenContainerEnds(container), down);
  } catch (error) {
    await down();
    throw error;
  }
}

/** The name of the compose project: one for each data directory, so that two copies of the project share no volume. */
export function projectOf(dataDir: string): string {
  return `aigc-atlas-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`;
}

async function targetOf(compose: Compose): Promise<DatabaseTarget> {
  const address = await runCompose(compose, ['port', 'neo4j', '7687'], quickMs);
  // The container writes the password shortly after its start.
  const waitForIt = 'until [ -s /secret/password ]; do sleep 0.1; done; cat /secret/password';
  const password = await runCompose(compose, ['exec', '-T', 'neo4j', '/bin/bash', '-c', waitForIt], quickMs);
  return { uri: `bolt://${address}`, username: 'neo4j', password, database: 'neo4j' };
}

async function runCompose(compose: Compose, parameters: readonly string[], timeoutMs: number): Promise<string> {
  const answer = await compose(parameters, timeoutMs);
  if (answer.ok) return answer.output;
  throw new AtlasError('NO_DATABASE', `"docker compose ${parameters[0]}" failed: ${answer.reason}`);
}

/** Checks whether the container still runs, but at most every few seconds: a check takes a second of CPU time. */
function watchContainer(compose: Compose): () => Promise<AtlasError | undefined> {
  let lastLook = Date.now();
  return async () => {
    if (Date.now() - lastLook < lookEveryMs) return undefined;
    lastLook = Date.now();
    return stoppedContainer(compose);
  };
}

async function stoppedContainer(compose: Compose): Promise<AtlasError | undefined> {
  const running = await compose(['exec', '-T', 'neo4j', 'true'], quickMs);
  if (running.ok) return undefined;
  const logs = await compose(['logs', '--tail', '5', 'neo4j'], quickMs);
  const words = logs.ok ? logs.output : logs.reason;
  return new AtlasError('NO_DATABASE', `The Neo4j container exited during startup:\n${words}`);
}

function describe(target: DatabaseTarget, ended: Promise<string>, down: () => Promise<void>): RunningNeo4j {
  let stopping: Promise<void> | undefined;
  return {
    launcher: 'docker',
    target,
    description: `${neo4jImage} in Docker at ${target.uri}`,
    ended,
    stop: () => (stopping ??= down()),
  };
}
