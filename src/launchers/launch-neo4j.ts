import { AtlasError } from '../errors.js';
import type { Neo4jConfig } from '../config.js';
import { findDockerNeeds, startDocker } from './docker/start-docker.js';
import { launcherNames, type LaunchContext, type LauncherName, type RunningNeo4j } from './launcher.js';
import { findLocalNeeds } from './local/local-needs.js';
import { useRunning } from './local/use-running.js';
import { startLocal } from './local/start-local.js';
import { useUri } from './use-uri.js';

/** A running Neo4j, or the reason why the launcher is not available. */
type Attempt = RunningNeo4j | { readonly missing: string };

/** Provides a Neo4j with the first launcher that is available, or with the configured one. */
export async function launchNeo4j(config: Neo4jConfig, context: LaunchContext): Promise<RunningNeo4j> {
  const candidates = config.launcher === undefined ? launcherNames : [config.launcher];
  const missing: string[] = [];
  for (const name of candidates) {
    const attempt = await tryLauncher(name, config, context);
    if (!('missing' in attempt)) return attempt;
    missing.push(`  ${name}: ${attempt.missing}`);
    if (name !== candidates.at(-1)) context.say(`${titles[name]}: not available, ${attempt.missing}`);
  }
  throw new AtlasError('NO_DATABASE', noLauncherMessage(config.launcher, missing));
}

const titles: Readonly<Record<LauncherName, string>> = {
  uri: 'Your own Neo4j',
  docker: 'Neo4j in Docker',
  local: 'Neo4j as a child process',
};

async function tryLauncher(name: LauncherName, config: Neo4jConfig, context: LaunchContext): Promise<Attempt> {
  switch (name) {
    case 'uri':
      return useUri(config);
    case 'docker': {
      const needs = await findDockerNeeds(config.dataDir, context.say);
      return 'missing' in needs ? needs : startUnlessBroken(() => startDocker(needs.compose, config.dataDir, context));
    }
    case 'local': {
      const running = context.canShare === true ? await useRunning(config.dataDir, context) : undefined;
      if (running !== undefined) return running;
      const needs = await findLocalNeeds(config);
      return 'missing' in needs ? needs : startLocal(config, needs, context);
    }
  }
}

/** Treats a failed start as an unavailable launcher, so that the next one is tried. */
async function startUnlessBroken(start: () => Promise<RunningNeo4j>): Promise<Attempt> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'NO_DATABASE') return { missing: error.message };
    throw error;
  }
}

function noLauncherMessage(forced: LauncherName | undefined, missing: readonly string[]): string {
  const problem = forced === undefined ? 'No Neo4j is available:' : `No Neo4j is available with --neo4j=${forced}:`;
  return [
    problem,
    ...missing,
    'Make one of these available:',
    '  uri: set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD for your own Neo4j 5.26 or newer',
    '  docker: start a Docker engine that can pull neo4j:5.26-community, and install docker compose',
    '  local: install Java 17 or newer and Maven',
  ].join('\n');
}
