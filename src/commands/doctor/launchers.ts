import { join } from 'node:path';
import type { Neo4jConfig } from '../../config.js';
import type { AtlasError } from '../../errors.js';
import { attachToUri } from '../../launchers/attach-to-uri.js';
import { findUseProblem } from '../../launchers/directory-lock.js';
import { hasImage, neo4jImage } from '../../launchers/docker/engine.js';
import { dockerDirectoryIn, findDockerTools } from '../../launchers/docker/start-docker.js';
import { candidatesOf, launcherRemedies, launcherTitles, noLauncherError } from '../../launchers/launch-neo4j.js';
import type { LauncherName, RunningNeo4j } from '../../launchers/launcher.js';
import { localVersion } from '../../launchers/local/jars.js';
import { findLocalTools, toLocalRuntime, type LocalTools } from '../../launchers/local/local-runtime.js';
import { findProgramPath, type ToolResult } from '../../launchers/local/tools.js';
import { findPermissionProblem } from '../../launchers/write-problem.js';
import { failed, passed, warned, type CheckResult } from './check.js';

/** What each launcher finds, and the one that `start` would use. */
export interface LauncherFindings {
  /** The Neo4j at NEO4J_URI; absent if `start` would not use it. */
  readonly uri?: RunningNeo4j;
  /** The error with which the launcher `uri` would fail, because of its password. */
  readonly uriError?: unknown;
  readonly localTools: LocalTools;
  /** Why a launcher is not available; undefined if it is. */
  readonly missing: Readonly<Record<LauncherName, string | undefined>>;
  /** The launcher that `start` would use; undefined if none is available. */
  readonly selected: LauncherName | undefined;
}

/** Looks for what each launcher needs. Starts, creates and downloads nothing. */
export async function inspectLaunchers(config: Neo4jConfig): Promise<LauncherFindings> {
  const candidates = candidatesOf(config);
  const [uri, docker, localTools] = await Promise.all([
    candidates.includes('uri')
      ? attachToUri(config).catch((uriError: unknown) => ({ uriError }))
      : { missing: 'not selected' },
    findDockerTools(config.dataDir, findPermissionProblem),
    findLocalTools(config),
  ]);
  const local = await toLocalRuntime(localTools, config, findPermissionProblem);
  const missing = { uri: missingOf(uri), docker: missingOf(docker), local: missingOf(local) };
  const selected = candidates.find((launcher) => missing[launcher] === undefined);
  const found = 'target' in uri ? { uri } : 'uriError' in uri ? uri : {};
  return { ...found, localTools, missing, selected };
}

function missingOf(result: object): string | undefined {
  return 'missing' in result ? String(result.missing) : undefined;
}

/** Reports the launcher that `start` would use, and why not those before it. */
export function checkLauncher(
  config: Neo4jConfig,
  { uri, uriError, missing, selected }: LauncherFindings,
): CheckResult {
  if (uriError !== undefined) return failed(uriError);
  const candidates = candidatesOf(config);
  const missingLines = candidates.flatMap((launcher) => {
    const reason = missing[launcher];
    return reason === undefined ? [] : [`${launcher}: ${reason}`];
  });
  if (selected === undefined) return failed(noLauncherError(config, missingLines));
  const useProblem = findDirectoryUse(config, selected);
  if (useProblem !== undefined) return failed(useProblem);
  const reasons = candidates.indexOf(selected) === 0 ? [] : missingLines.map((line) => `; not ${line}`);
  return passed(`start uses ${uri?.description ?? launcherTitles[selected]}${reasons.join('')}`);
}

function findDirectoryUse({ dataDir }: Neo4jConfig, launcher: LauncherName): AtlasError | undefined {
  if (launcher === 'uri') return undefined;
  return findUseProblem(launcher === 'docker' ? dockerDirectoryIn(dataDir) : join(dataDir, 'neo4j'));
}

/** Reports whether Docker can run Neo4j. */
export async function checkDocker({ missing, selected }: LauncherFindings): Promise<CheckResult> {
  if (missing.docker !== undefined) return missingCheck(missing.docker, 'docker', selected);
  const image = (await hasImage(neo4jImage)) ? 'is there' : 'is not there: start would pull it';
  return passed(`the engine and compose respond; ${neo4jImage} ${image}`);
}

/** Reports the version and the path of the Java that would run Neo4j as a child process. */
export function checkJava({ localTools, selected }: LauncherFindings): Promise<CheckResult> {
  return checkTool(localTools.java, selected);
}

/** Reports whether Maven is needed to download the jars of Neo4j, and found. */
export async function checkMaven({ localTools: { jars, maven }, selected }: LauncherFindings): Promise<CheckResult> {
  if (maven === undefined) return passed(`not needed: the jars of Neo4j ${localVersion} are in ${jars}`);
  return checkTool(maven, selected);
}

async function checkTool(tool: ToolResult, selected: LauncherName | undefined): Promise<CheckResult> {
  if ('missing' in tool) return missingCheck(tool.missing, 'local', selected);
  return passed(`${tool.version.replace(/\n.*/s, '')} at ${await findProgramPath(tool.program)}`);
}

/** The check of a program that is missing: a warning only if no other launcher is available. */
function missingCheck(reason: string, launcher: LauncherName, selected: LauncherName | undefined): CheckResult {
  if (selected !== undefined) return passed(`${reason}; not needed`);
  return warned(reason, `To use ATLAS_NEO4J=${launcher} or --neo4j ${launcher}, ${launcherRemedies[launcher]}.`);
}
