import { readConfig } from '../../src/config.js';
import { startThrowAway } from '../../src/neo4j/ways/local/throw-away.js';
import type { RunningNeo4j, Say } from '../../src/neo4j/ways/running.js';

/** Starts an empty Neo4j for tests; never one that NEO4J_URI names, because tests write and remove at will. */
export async function startTestNeo4j(say: Say): Promise<RunningNeo4j> {
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: '', ATLAS_NEO4J: '' });
  return startThrowAway(neo4j, say);
}
