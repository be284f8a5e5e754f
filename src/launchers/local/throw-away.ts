import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { RunningNeo4j, LaunchContext } from '../launcher.js';
import { findLocalNeeds, type LocalOptions } from './local-needs.js';
import { startLocal } from './start-local.js';

/** Starts a Neo4j with an empty database in a folder of its own, removed when it is stopped. */
export async function startThrowAway(
  options: Pick<LocalOptions, 'cacheDir' | 'javaHome'>,
  context: LaunchContext,
): Promise<RunningNeo4j> {
  const needs = await findLocalNeeds({ ...options, dataDir: tmpdir() });
  if ('missing' in needs)
    throw new AtlasError('NO_DATABASE', `A throw-away Neo4j cannot be started: ${needs.missing}.`);
  const dataDir = await mkdtemp(join(tmpdir(), 'aigc-atlas-'));
  return startLocal({ ...options, dataDir, throwAway: true }, needs, context);
}
