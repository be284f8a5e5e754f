import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { launchNeo4j } from '../../src/launchers/launch-neo4j.js';
import type { RunningNeo4j } from '../../src/launchers/launcher.js';

/** A Neo4j started by the local launcher, and the lines that the launcher reported. */
export interface LocalNeo4j {
  readonly neo4j: RunningNeo4j;
  readonly lines: readonly string[];
}

/** Starts Neo4j as a child process of the tests, with its data in a directory. */
export async function startLocalNeo4j(dataDir: string, settings: Record<string, string> = {}): Promise<LocalNeo4j> {
  const lines: string[] = [];
  const { neo4j: config } = readConfig({ ...process.env, ...settings, ATLAS_NEO4J: 'local', ATLAS_DATA_DIR: dataDir });
  const neo4j = await launchNeo4j(config, { report: (line) => lines.push(line), signal: new AbortController().signal });
  return { neo4j, lines };
}

/** Returns the process id of the Neo4j whose data is in a directory. */
export function readNeo4jPid(dataDir: string): number {
  const lock: unknown = JSON.parse(readFileSync(join(dataDir, 'neo4j', 'in-use.json'), 'utf8'));
  const neo4jProcess = typeof lock === 'object' && lock !== null && 'neo4j' in lock ? lock.neo4j : undefined;
  if (
    typeof neo4jProcess === 'object' &&
    neo4jProcess !== null &&
    'pid' in neo4jProcess &&
    typeof neo4jProcess.pid === 'number'
  )
    return neo4jProcess.pid;
  throw new Error(`Expected in-use.json in ${dataDir}/neo4j to contain the process id of Neo4j.`);
}
