import { totalmem } from 'node:os';
import { AtlasError } from '../../errors.js';
import { formatMegabytes } from '../../launchers/local/disk-space.js';
import type { LauncherName } from '../../launchers/launcher.js';
import { findOpenFileProblem, readOpenFileLimit } from '../../open-files.js';
import { errorMessage } from '../../shared/caught-error.js';
import { arePagesBuilt, notBuiltError } from '../../web/built-pages.js';
import { failed, passed, warned, type CheckResult } from './check.js';

/** The heap and the page cache of a Neo4j that `start` runs as a child process, and the memory of the server. */
const neededBytes = 1_000_000_000;

const numericCollator = new Intl.Collator('en', { numeric: true });

/** Compares the version of Node.js with a range such as `>=20.19`. */
export function checkNode(nodeVersion: string, range: string): CheckResult {
  const minVersion = /[\d.]+/.exec(range)?.[0] ?? '';
  if (numericCollator.compare(nodeVersion, minVersion) >= 0)
    return passed(`${nodeVersion} at ${process.execPath}; ${range} is required`);
  return failed(
    new Error(`Node.js ${range} is required, but ${process.execPath} is ${nodeVersion}. Install a newer one.`),
  );
}

/** Checks the limit of open files. */
export function checkOpenFiles(): CheckResult {
  const problem = findOpenFileProblem();
  if (problem !== undefined) return failed(new AtlasError('BAD_CONFIG', problem));
  return passed(`the limit is ${readOpenFileLimit()}`);
}

/** Checks the available memory, which counts the limit of a container. */
export function checkMemory(
  launcher: LauncherName | undefined,
  availableBytes = process.availableMemory(),
): CheckResult {
  const found = `${formatMegabytes(availableBytes)} available of ${formatMegabytes(totalmem())}`;
  if (launcher !== 'local' || availableBytes >= neededBytes) return passed(found);
  const advice = `Neo4j and the server need ${formatMegabytes(neededBytes)}. Stop other programs, or set NEO4J_URI to a Neo4j on another machine.`;
  return warned(found, advice);
}

/** Checks whether the web pages are built. */
export function checkPages(directory: string): CheckResult {
  return arePagesBuilt(directory) ? passed(`built in ${directory}`) : warned(errorMessage(notBuiltError()));
}
