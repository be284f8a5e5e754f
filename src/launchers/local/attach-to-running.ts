import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import { findActiveLock } from '../directory-lock.js';
import { unmanagedLifecycle, type RunningNeo4j } from '../launcher.js';
import { isRunning } from '../processes.js';
import { waitUntilOpen } from '../wait-until-open.js';
import { homeAt, ensurePassword, targetAt } from './home.js';

const timeoutMs = 60_000;

/** Uses the Neo4j that another process started in the data directory, without owning it; undefined if there is none. */
export async function attachToRunning(dataDir: string, signal: AbortSignal): Promise<RunningNeo4j | undefined> {
  const home = homeAt(join(dataDir, 'neo4j'));
  const { server, neo4j, uri } = findActiveLock(home.directory) ?? {};
  if (server === undefined || neo4j === undefined || uri === undefined) return undefined;
  const target = targetAt(uri, await ensurePassword(home));
  await waitUntilOpen(target, timeoutMs, signal, async () => (isRunning(neo4j) ? undefined : exitedError(uri)));
  return {
    launcher: 'local',
    target,
    description: `the Neo4j at ${uri}, started by process ${server.pid} in ${home.directory}`,
    ...unmanagedLifecycle,
  };
}

function exitedError(uri: string): AtlasError {
  return new AtlasError('NO_DATABASE', `The Neo4j that another process started at ${uri} has exited. Try again.`);
}
