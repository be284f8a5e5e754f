import type { Config } from '../../config.js';
import type { AtlasError } from '../../errors.js';
import { engines } from '../../version.js';
import { pagesDirectory } from '../../web/built-pages.js';
import { readAtlas } from '../atlas.js';
import { exitCodeFor, exitCodes } from '../exit-code.js';
import { failed, passed, runCheck, type Check, type CheckState } from './check.js';
import { checkDatabase, checkFiles } from './database.js';
import { checkDisk } from './disk.js';
import { describeCheck, summarizeChecks } from './describe.js';
import { checkDocker, checkJava, checkLauncher, checkMaven, inspectLaunchers } from './launchers.js';
import { checkMemory, checkNode, checkOpenFiles, checkPages } from './machine.js';
import { checkPort } from './port.js';
import { checkSharedCache } from './shared-cache.js';

/** Options of `doctor`. */
export interface DoctorCommand {
  /** The settings; invalid ones have their defaults. */
  readonly config: Config;
  /** The error that lists the invalid settings; undefined if all are valid. */
  readonly configError: AtlasError | undefined;
  /** The directory of data files; default: the project's own. */
  readonly dir?: string | undefined;
  readonly signal: AbortSignal;
  /** Prints the lines of a check, or of the summary. */
  readonly print: (lines: string, state?: CheckState) => void;
}

/**
 * Checks what `start` needs, and prints each result. Changes nothing and starts nothing. Returns the results, and the
 * exit code with which `start` would fail; 0 if it would work.
 */
export async function doctor({ print, ...options }: DoctorCommand) {
  const checks: Check[] = [];
  for (const pendingCheck of startChecks(options)) {
    const check = await pendingCheck;
    checks.push(check);
    print(describeCheck(check), check.state);
  }
  // The checks are in the order in which `start` depends on them.
  const firstProblem = checks.find(({ state }) => state === 'problem');
  const exitCode = firstProblem === undefined ? exitCodes.done : exitCodeFor(firstProblem.code);
  print(summarizeChecks(checks, exitCode));
  return { checks, exitCode };
}

/** Starts all checks at once, because some wait for other programs. No promise is rejected. */
function startChecks({ config, configError, dir, signal }: Omit<DoctorCommand, 'print'>): Promise<Check>[] {
  const { neo4j, read } = config;
  const port = runCheck('Port', () => checkPort(config));
  // Reading the files blocks the event loop, so that the request of the port check could time out.
  const files = port.then(() => readAtlas({ atlasDir: config.atlasDir, dir }));
  const launchers = inspectLaunchers(neo4j);
  return [
    runCheck('Node.js', () => checkNode(process.versions.node, engines.node)),
    runCheck('Open files', checkOpenFiles),
    runCheck('Settings', () => (configError ? failed(configError) : passed('all are valid'))),
    port,
    runCheck('Model and data', async () => checkFiles(await files)),
    runCheck('Web pages', () => checkPages(pagesDirectory)),
    runCheck('Java', async () => checkJava(await launchers)),
    runCheck('Maven', async () => checkMaven(await launchers)),
    runCheck('Docker', async () => checkDocker(await launchers)),
    runCheck('Neo4j', async () => checkLauncher(neo4j, await launchers)),
    runCheck('Memory', async () => checkMemory((await launchers).selected)),
    runCheck('Disk', async () => checkDisk(neo4j, await launchers)),
    runCheck('Database', async () => checkDatabase(neo4j, await launchers, await files.catch(() => undefined), signal)),
    runCheck('Shared cache', () => checkSharedCache(read)),
  ];
}
