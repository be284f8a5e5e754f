import { join } from 'node:path';
import type { Neo4jConfig } from '../../config.js';
import { summarizeLoad } from '../../dataset/describe-load.js';
import { loadDataset } from '../../dataset/load-dataset.js';
import type { LoadReport } from '../../dataset/load-report.js';
import { AtlasError } from '../../errors.js';
import { readEdition } from '../../http/service-metrics.js';
import { findPasswordProblem, hasDatabase, homeAt } from '../../launchers/local/home.js';
import { attachToRunning } from '../../launchers/local/attach-to-running.js';
import { openDatabase, type Database, type DatabaseTarget } from '../../neo4j/database.js';
import { errorMessage } from '../../shared/caught-error.js';
import { describeSize, type AtlasData } from '../atlas.js';
import { failed, passed, warned, type CheckResult } from './check.js';
import type { LauncherFindings } from './launchers.js';

/** Reports the version and the size of valid data files. */
export function checkFiles({ dataDir, dataset }: AtlasData): CheckResult {
  return passed(`version ${dataset.metadata.version} in ${dataDir}: ${describeSize(dataset)}, no problem found`);
}

/** Compares the graph in the Neo4j that `start` would use with the data files, if that Neo4j runs. */
export async function checkDatabase(
  config: Neo4jConfig,
  { uri, selected }: LauncherFindings,
  files: AtlasData | undefined,
  signal: AbortSignal,
): Promise<CheckResult> {
  if (uri !== undefined) return checkTarget(uri.target, files);
  if (selected === undefined || selected === 'uri') return passed('not read, because of the problem with Neo4j');
  if (selected === 'docker') return passed('not read: it is in a volume of the container, which start starts');
  const running = await attachToRunning(config.dataDir, signal);
  if (running !== undefined) return checkTarget(running.target, files);
  const home = homeAt(join(config.dataDir, 'neo4j'));
  const passwordProblem = findPasswordProblem(home);
  if (passwordProblem !== undefined) return failed(passwordProblem);
  if (hasDatabase(home)) return passed(`in ${home.directory}; not read, because its Neo4j does not run`);
  return passed(`none yet: start creates it in ${home.directory}`);
}

async function checkTarget(target: DatabaseTarget, files: AtlasData | undefined): Promise<CheckResult> {
  const database = await openDatabase(target);
  try {
    const { found, ...check } = await checkGraph(database, files);
    return { ...check, found: `Neo4j ${database.version} at ${target.uri}: ${found}` };
  } finally {
    await database.close();
  }
}

/** Compares the graph with the data files by a dry run of a load. */
async function checkGraph(database: Database, files: AtlasData | undefined): Promise<CheckResult> {
  const edition = await describeEdition(database);
  if (files === undefined) return passed(`${edition}; not compared, because the data files are invalid`);
  try {
    const options = { dryRun: true, requiresUpgrade: true };
    return checkReport(edition, await loadDataset(database, files.model, files.dataset, options));
  } catch (error) {
    // `start` keeps and serves such data.
    if (error instanceof AtlasError && error.code === 'NEWER_DATA') return warned(errorMessage(error));
    return failed(error);
  }
}

async function describeEdition(database: Database): Promise<string> {
  const [row] = await readEdition(database);
  if (typeof row?.['hash'] !== 'string') return 'no data of this server';
  return `version ${String(row['version'])} (${row['hash'].slice(0, 12)})`;
}

function checkReport(edition: string, report: LoadReport): CheckResult {
  const others = report.others.length > 0 ? `; of other applications: ${report.others.join(', ')}` : '';
  if (report.unchanged) return passed(`${edition}, the same as the data files${others}`);
  const isEmpty = report.nodes.changed.length + report.nodes.removed.length === 0;
  if (isEmpty && report.nodes.added.length > 0) return passed(`${edition}; start loads the data files${others}`);
  return warned(
    `${edition}, which differs from the data files${others}. ${summarizeLoad(report).join(' ')}`,
    'start makes them match. To list the changes, run: aigc-atlas load --dry-run',
  );
}
