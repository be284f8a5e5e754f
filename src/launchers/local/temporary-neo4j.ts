import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { RunningNeo4j, LaunchContext } from '../launcher.js';
import { findLocalRuntime, type LocalOptions } from './local-runtime.js';
import { startLocal } from './start-local.js';

/** Starts a Neo4j with an empty database in a temporary directory, which is removed when it stops. */
export async function startTemporaryNeo4j(
  options: Pick<LocalOptions, 'cacheDir' | 'javaHome'>,
  context: LaunchContext,
): Promise<RunningNeo4j> {
  const runtime = await findLocalRuntime({ ...options, dataDir: tmpdir() });
  if ('missing' in runtime)
    throw new AtlasError('NO_DATABASE', `A temporary Neo4j cannot be started: ${runtime.missing}.`);
  const dataDir = await mkdtemp(join(tmpdir(), 'aigc-atlas-'));
  return startLocal({ ...options, dataDir, isTemporary: true }, runtime, context);
}
