import { join } from 'node:path';
import type { Neo4jConfig } from '../../config.js';
import { formatMegabytes, readFreeBytes, requireSpace } from '../../launchers/local/disk-space.js';
import { homeAt } from '../../launchers/local/home.js';
import { hasJars, jarBytes } from '../../launchers/local/jars.js';
import { storeBytesFor } from '../../launchers/local/start-local.js';
import { findNearestPath, findPermissionProblem } from '../../launchers/write-problem.js';
import { passed, warned, type CheckResult } from './check.js';
import type { LauncherFindings } from './launchers.js';

/** Checks the space and the permissions of the directories for the database and for downloads. */
export async function checkDisk(
  { dataDir, cacheDir }: Neo4jConfig,
  { localTools, selected }: LauncherFindings,
): Promise<CheckResult> {
  if (selected === 'uri') return passed('the server writes no files, because NEO4J_URI is set');
  const problems = [
    await findPermissionProblem(dataDir, 'ATLAS_DATA_DIR'),
    await findPermissionProblem(cacheDir, 'XDG_CACHE_HOME'),
  ].filter((problem) => problem !== undefined);
  if (problems.length > 0) return warned(problems.join('; '), 'Correct these settings or permissions.');
  const [dataDisk, cacheDisk] = [await findNearestPath(dataDir), await findNearestPath(cacheDir)];
  if (selected === 'local') {
    if (!hasJars(localTools.jars)) await requireSpace(cacheDisk, jarBytes, 'the jars of Neo4j');
    await requireSpace(dataDisk, storeBytesFor(homeAt(join(dataDir, 'neo4j'))), 'the database');
  }
  const describeDisk = async (directory: string, disk: string): Promise<string> =>
    `${directory} is writable and has ${formatMegabytes(await readFreeBytes(disk))} free`;
  return passed(`${await describeDisk(dataDir, dataDisk)}; ${await describeDisk(cacheDir, cacheDisk)}`);
}
