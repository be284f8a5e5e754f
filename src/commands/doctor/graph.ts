import { summarizeLoad } from '../../dataset/describe-load.js';
import { loadDataset } from '../../dataset/load-dataset.js';
import type { LoadReport } from '../../dataset/load-report.js';
import { AtlasError } from '../../errors.js';
import { readEdition } from '../../http/service-metrics.js';
import type { Database } from '../../neo4j/database.js';
import { errorMessage } from '../../shared/caught-error.js';
import { failed, passed, warned, type CheckResult } from './check.js';
import type { AtlasFiles } from './data.js';

/** Compares the graph with the data files by a dry run of a load. */
export async function checkGraph(database: Database, files: AtlasFiles | undefined): Promise<CheckResult> {
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
