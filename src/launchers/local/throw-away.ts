import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { RunningNeo4j, LaunchContext } from '../launcher.js';
import { findLocalNeeds, type LocalOptions } from './local-needs.js';
import { startLocal } from './start-local.js';

/** Starts a Neo4j with an empty database in a temporary directory, which is removed when it stops. */
export async function startThrowAway(
  options: Pick<LocalOptions, 'cacheDir' | 'javaHome'>,
  context: LaunchContext,
): Promise<RunningNeo4j> {
  const needs = await findLocalNeeds({ ...options, dataDir: tmpdir() });
  if ('missing' in needs) throw new AtlasError('NO_DATABASE', `A temporary Neo4j cannot be started: ${needs.missing}.`);
  const dataDir = await mkdtemp(join(tmpdir(), 'aigc-atlas-'));
  return startLocal({ ...options, dataDir, throwAway: true }, needs, context);
}
