import { localVersion } from '../../launchers/local/jars.js';
import { findProgramPath } from '../../launchers/local/tools.js';
import { passed, type CheckResult } from './check.js';
import { missingCheck, type LauncherFindings } from './launchers.js';

/** Reports the version and the path of the Java that would run Neo4j as a child process. */
export async function checkJava({ localTools: { java }, selected }: LauncherFindings): Promise<CheckResult> {
  if ('missing' in java) return missingCheck(java.missing, 'local', selected);
  return passed(`${firstLine(java.version)} at ${await findProgramPath(java.program)}`);
}

/** Reports whether Maven is needed to download the jars of Neo4j, and found. */
export async function checkMaven({ localTools: { jars, maven }, selected }: LauncherFindings): Promise<CheckResult> {
  if (maven === undefined) return passed(`not needed: the jars of Neo4j ${localVersion} are in ${jars}`);
  if ('missing' in maven) return missingCheck(maven.missing, 'local', selected);
  return passed(`${firstLine(maven.version)} at ${await findProgramPath(maven.program)}`);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
