import { join } from 'node:path';
import { findWriteProblem } from '../write-problem.js';
import { hasJars, jarDirectoryIn } from './jars.js';
import { findJava, findMaven, type ToolResult } from './tools.js';

/** The directories of the local launcher, and the Java that it uses. */
export interface LocalOptions {
  /** The data directory of the project. Neo4j uses its subdirectory `neo4j`. */
  readonly dataDir: string;
  /** The directory of files that can be downloaded again. */
  readonly cacheDir: string;
  /** The Java home to use instead of the Java on the path. */
  readonly javaHome?: string | undefined;
}

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

/** The programs that Neo4j needs as a child process, found or missing. */
export interface LocalTools {
  /** The directory of Neo4j's jars; it may not exist yet. */
  readonly jars: string;
  readonly java: ToolResult;
  /** Undefined if the jars are cached, so that Maven is not needed. */
  readonly maven: ToolResult | undefined;
}

/** Finds Java, and Maven unless the jars are cached. */
export async function findLocalTools({ cacheDir, javaHome }: LocalOptions): Promise<LocalTools> {
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
