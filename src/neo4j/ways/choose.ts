import { AtlasError } from '../../errors.js';
import type { Neo4jConfig } from '../../config.js';
import { findDockerNeeds, startDocker } from './docker/start-docker.js';
import { findLocalNeeds } from './local/local-needs.js';
import { startLocal } from './local/start-local.js';
import { ways, type RunningNeo4j, type Say, type Starting, type Way } from './running.js';
import { useUri } from './uri.js';

/** A Neo4j that was come by, or in one sentence why this way is not open. */
type Attempt = RunningNeo4j | { readonly missing: string };

/** Comes by a Neo4j in the first way that is open, or in the forced one, telling which it is and why. */
export async function chooseNeo4j(config: Neo4jConfig, say: Say, signal: AbortSignal): Promise<RunningNeo4j> {
  const candidates = config.way === undefined ? ways : [config.way];
  const missing: string[] = [];
  for (const way of candidates) {
    const attempt = await tryWay(way, config, { say, signal });
    if (!('missing' in attempt)) return attempt;
    missing.push(`  ${way}: ${attempt.missing}`);
    if (way !== candidates.at(-1)) say(`${titles[way]}: no, ${attempt.missing}`);
  }
  throw new AtlasError('NO_DATABASE', noWay(config.way, missing));
}

const titles: Readonly<Record<Way, string>> = {
  uri: 'A Neo4j of your own',
  docker: 'Neo4j in Docker',
  local: 'Neo4j as a child process',
};

async function tryWay(way: Way, config: Neo4jConfig, starting: Starting): Promise<Attempt> {
  switch (way) {
    case 'uri':
      return useUri(config);
    case 'docker': {
      const needs = await findDockerNeeds(config.dataDir, starting.say);
      return 'missing' in needs ? needs : startUnlessBroken(() => startDocker(needs.compose, config.dataDir, starting));
    }
    case 'local': {
      const needs = await findLocalNeeds(config);
      return 'missing' in needs ? needs : startLocal(config, needs, starting);
    }
  }
}

/** An engine that answers and yet cannot run the container leaves the next way open. */
async function startUnlessBroken(start: () => Promise<RunningNeo4j>): Promise<Attempt> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'NO_DATABASE') return { missing: error.message };
    throw error;
  }
}

function noWay(forced: Way | undefined, missing: readonly string[]): string {
  const problem = forced === undefined ? 'There is no way to a Neo4j:' : `There is no Neo4j by --neo4j=${forced}:`;
  return [
    problem,
    ...missing,
    'Open one of the three ways:',
    '  uri: set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a Neo4j 5.26 or newer of yours',
    '  docker: start a Docker engine that can get neo4j:5.26-community, with docker compose',
    '  local: install Java 17 or newer and Maven',
  ].join('\n');
}
