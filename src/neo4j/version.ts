import { AtlasError } from '../errors.js';

/** The oldest Neo4j whose Cypher and indexes we rely on. */
const oldestVersion = '5.26';

/** Takes the version out of a server agent such as `Neo4j/5.26.30` or `Neo4j/v2025.08-aura`. */
export function readVersion(agent: string | undefined): string {
  return /^Neo4j\/v?(\d+\.\d+(?:\.\d+)?)/.exec(agent ?? '')?.[1] ?? agent ?? 'unknown';
}

/** Gives the version back when it is new enough; else fails, saying which is needed. */
export function requireVersion(version: string, uri: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestVersion.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return version;
  throw new AtlasError(
    'DATABASE_TOO_OLD',
    `Neo4j ${oldestVersion} or newer is needed, but ${uri} is "${version}". ` +
      `Upgrade that server, or unset NEO4J_URI to have a Neo4j started for you.`,
  );
}
