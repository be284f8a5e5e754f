import { join } from 'node:path';
import { whyUnwritable } from '../writable-folder.js';
import { hasJars, jarFolder } from './jars.js';
import { findJava, findMaven } from './tools.js';

/** Where the local launcher keeps its files, and which Java it uses. */
export interface LocalOptions {
  /** The folder of the project's own data; Neo4j gets the folder `neo4j` in it. */
  readonly dataDir: string;
  /** The folder whose contents can be fetched again. */
  readonly cacheDir: string;
  /** A Java home that goes before the Java on the path. */
  readonly javaHome?: string | undefined;
  /** Made for a test: starts sooner, runs queries slower, and its data goes with it. */
  readonly throwAway?: boolean;
}

/** What Neo4j is started with. */
export interface LocalNeeds {
  readonly java: string;
  /** What that Java says of its version, build and maker. */
  readonly javaVersion: string;
  /** The folder of Neo4j's jars, which may still have to be fetched. */
  readonly jars: string;
  /** Only looked for when the jars have to be fetched. */
  readonly maven?: string;
}

/** Finds Java, and Maven too unless the jars are in the cache already, and tries the folders; else says what is missing. */
export async function findLocalNeeds(options: LocalOptions): Promise<LocalNeeds | { readonly missing: string }> {
  const jars = await jarFolder(options.cacheDir);
  const isFetched = hasJars(jars);
  const [java, maven] = await Promise.all([findJava(options.javaHome), isFetched ? undefined : findMaven()]);
  const unwritable = [
    await whyUnwritable(join(options.dataDir, 'neo4j'), 'ATLAS_DATA_DIR'),
    // Jars that are there already may be somebody else's.
    isFetched ? undefined : await whyUnwritable(options.cacheDir, 'XDG_CACHE_HOME'),
  ].filter((problem) => problem !== undefined);
  const programs = [java, maven].filter((found) => found !== undefined);
  const missing = [...programs.flatMap((found) => ('missing' in found ? [found.missing] : [])), ...unwritable];
  if ('missing' in java || missing.length > 0) return { missing: missing.join('; ') };
  const found = { java: java.program, javaVersion: java.version, jars };
  return { ...found, ...(maven !== undefined && 'program' in maven ? { maven: maven.program } : {}) };
}
