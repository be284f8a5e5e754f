import { join } from 'node:path';
import type { Neo4jConfig } from '../../config.js';
import { findPasswordProblem, hasDatabase, homeAt } from '../../launchers/local/home.js';
import { attachToRunning } from '../../launchers/local/attach-to-running.js';
import { openDatabase, type DatabaseTarget } from '../../neo4j/database.js';
import { failed, passed, type CheckResult } from './check.js';
import type { AtlasFiles } from './data.js';
import { checkGraph } from './graph.js';
import type { LauncherFindings } from './launchers.js';

/** Compares the graph in the Neo4j that `start` would use with the data files, if that Neo4j runs. */
export async function checkDatabase(
  config: Neo4jConfig,
  { uri, selected }: LauncherFindings,
  files: AtlasFiles | undefined,
  signal: AbortSignal,
): Promise<CheckResult> {
  if (uri !== undefined) return checkTarget(uri.target, files);
  if (selected === undefined || selected === 'uri') return passed('not read, because of the problem with Neo4j');
  if (selected === 'docker') return passed('not read: it is in a volume of the container, which start starts');
  const running = await attachToRunning(config.dataDir, { report: () => undefined, signal });
  if (running !== undefined) return checkTarget(running.target, files);
  const home = homeAt(join(config.dataDir, 'neo4j'));
  const passwordProblem = findPasswordProblem(home);
  if (passwordProblem !== undefined) return failed(passwordProblem);
  if (hasDatabase(home)) return passed(`in ${home.directory}; not read, because its Neo4j does not run`);
  return passed(`none yet: start creates it in ${home.directory}`);
}

async function checkTarget(target: DatabaseTarget, files: AtlasFiles | undefined): Promise<CheckResult> {
  const database = await openDatabase(target);
  try {
    const { found, ...check } = await checkGraph(database, files);
    return { ...check, found: `Neo4j ${database.version} at ${target.uri}: ${found}` };
  } finally {
    await database.close();
  }
}
