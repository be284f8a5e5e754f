import { AtlasError } from '../errors.js';
import type { Neo4jConfig } from '../config.js';
import { startDocker } from './docker/start-docker.js';
import {
  launcherNames,
  type LaunchContext,
  type LauncherName,
  type LaunchResult,
  type RunningNeo4j,
} from './launcher.js';
import { startLocal } from './local/start-local.js';
import { attachToUri } from './attach-to-uri.js';

/** Provides a Neo4j with the first launcher that is available, or with the configured one. */
export async function launchNeo4j(config: Neo4jConfig, context: LaunchContext): Promise<RunningNeo4j> {
  const candidates = candidatesOf(config);
  const missingLines: string[] = [];
  for (const name of candidates) {
    const result = await tryLauncher(name, config, context);
    if (!('missing' in result)) return result;
    missingLines.push(`${name}: ${result.missing}`);
    if (name !== candidates.at(-1)) context.report(`${launcherTitles[name]}: not available, ${result.missing}`);
  }
  throw noLauncherError(config, missingLines);
}

/** The launchers to try, in this order. */
export function candidatesOf({ launcher }: Neo4jConfig): readonly LauncherName[] {
  return launcher === undefined ? launcherNames : [launcher];
}

/** The names of the launchers for users. */
export const launcherTitles: Readonly<Record<LauncherName, string>> = {
  uri: 'Your own Neo4j',
  docker: 'Neo4j in Docker',
  local: 'Neo4j as a child process',
};

/** How to make a launcher available. */
export const launcherRemedies: Readonly<Record<LauncherName, string>> = {
  uri: 'set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD for your own Neo4j 5.26 or newer',
  docker: 'start a Docker engine that can pull neo4j:5.26-community, and install docker compose',
  local: 'install Java 17 or newer and Maven',
};

function tryLauncher(name: LauncherName, config: Neo4jConfig, context: LaunchContext): Promise<LaunchResult> {
  switch (name) {
    case 'uri':
      return attachToUri(config);
    case 'docker':
      return startDocker(config.dataDir, context);
    case 'local':
      return startLocal(config, context);
  }
}

/** The error if no launcher is available, with a line for each that says what it lacks. */
export function noLauncherError({ launcher }: Neo4jConfig, missingLines: readonly string[]): AtlasError {
  const choice = launcher === undefined ? '' : ` with ATLAS_NEO4J=${launcher} or --neo4j ${launcher}`;
  const message = [
    `No Neo4j is available${choice}:`,
    ...missingLines.map((line) => `  ${line}`),
    'Make one of these available:',
    ...launcherNames.map((name) => `  ${name}: ${launcherRemedies[name]}`),
  ].join('\n');
  return new AtlasError('NO_DATABASE', message);
}
