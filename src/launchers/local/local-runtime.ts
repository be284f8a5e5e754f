import { join } from 'node:path';
import type { Neo4jConfig } from '../../config.js';
import { findWriteProblem } from '../write-problem.js';
import { hasJars, jarDirectoryIn } from './jars.js';
import { findJava, findMaven } from './tools.js';

/** The directories of the local launcher, and the Java home to use instead of the Java on the path. */
export type LocalOptions = Pick<Neo4jConfig, 'dataDir' | 'cacheDir'> & Partial<Pick<Neo4jConfig, 'javaHome'>>;

/** The programs and jars that Neo4j is started with. */
export interface LocalRuntime {
  readonly java: string;
  /** The output of `java -version`. */
  readonly javaVersion: string;
  /** The directory of Neo4j's jars. It does not exist yet if `maven` is set. */
  readonly jars: string;
  /** The Maven program; set only if the jars must be downloaded. */
  readonly maven?: string;
}

/** The directory of Neo4j's jars, which may not exist yet, and the programs that Neo4j needs, found or missing. */
export type LocalTools = Awaited<ReturnType<typeof findLocalTools>>;

/** Finds Java, and Maven unless the jars are cached. */
export async function findLocalTools({ cacheDir, javaHome }: LocalOptions) {
  const jars = await jarDirectoryIn(cacheDir);
  const [java, maven] = await Promise.all([findJava(javaHome), hasJars(jars) ? undefined : findMaven()]);
  return { jars, java, maven };
}

/** Finds Java, and Maven unless the jars are cached, and checks the directories. Otherwise returns what is missing. */
export async function findLocalRuntime(options: LocalOptions): Promise<LocalRuntime | { readonly missing: string }> {
  return toLocalRuntime(await findLocalTools(options), options, findWriteProblem);
}

/** Combines the tools to a runtime if none is missing and the directories are writable. */
export async function toLocalRuntime(
  { jars, java, maven }: LocalTools,
  options: LocalOptions,
  findDirectoryProblem: typeof findWriteProblem,
): Promise<LocalRuntime | { readonly missing: string }> {
  const writeProblems = [
    await findDirectoryProblem(join(options.dataDir, 'neo4j'), 'ATLAS_DATA_DIR'),
    // Cached jars may belong to another user.
    maven === undefined ? undefined : await findDirectoryProblem(options.cacheDir, 'XDG_CACHE_HOME'),
  ].filter((problem) => problem !== undefined);
  const tools = [java, maven].filter((tool) => tool !== undefined);
  const missing = [...tools.flatMap((tool) => ('missing' in tool ? [tool.missing] : [])), ...writeProblems];
  if ('missing' in java || missing.length > 0) return { missing: missing.join('; ') };
  const runtime = { java: java.program, javaVersion: java.version, jars };
  return { ...runtime, ...(maven !== undefined && 'program' in maven ? { maven: maven.program } : {}) };
}
