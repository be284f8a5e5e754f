import { AtlasError } from '../errors.js';

/** The oldest supported Neo4j: older versions lack parts of Cypher and index types that the server uses. */
const minVersion = '5.26';

/** Extracts the version from a server agent such as `Neo4j/5.26.30` or `Neo4j/v2025.08-aura`. */
export function parseVersion(agent: string | undefined): string {
  return /^Neo4j\/v?(\d+\.\d+(?:\.\d+)?)/.exec(agent ?? '')?.[1] ?? agent ?? 'unknown';
}

/** Returns the version if it is supported; otherwise throws DATABASE_TOO_OLD. */
export function requireVersion(version: string, uri: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minMajor = 0, minMinor = 0] = minVersion.split('.').map(Number);
  if (major > minMajor || (major === minMajor && minor >= minMinor)) return version;
  throw new AtlasError(
    'DATABASE_TOO_OLD',
    `Neo4j ${minVersion} or newer is required, but ${uri} is "${version}". ` +
      `Upgrade that server, or unset NEO4J_URI, so that a Neo4j is started for you.`,
  );
}
