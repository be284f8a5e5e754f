import { readFile } from 'node:fs/promises';
import type { Neo4jConfig } from '../config.js';
import { AtlasError } from '../errors.js';
import { unmanagedLifecycle, type LaunchResult } from './launcher.js';
import { errorMessage } from '../shared/caught-error.js';

/** Uses the Neo4j at NEO4J_URI, which this process never stops. */
export async function attachToUri(config: Neo4jConfig): Promise<LaunchResult> {
  const { uri, username, database } = config;
  if (uri === undefined) return { missing: 'NEO4J_URI is not set' };
  const readPasswordFile = (): Promise<string> => readPassword(config.passwordFile);
  const password = config.password ?? (await readPasswordFile());
  return {
    launcher: 'uri',
    target: {
      ...{ uri, username, password },
      ...(config.password === undefined ? { readPassword: readPasswordFile } : {}),
      ...(database === undefined ? {} : { database }),
    },
    description: `the Neo4j at ${uri}, because NEO4J_URI is set`,
    ...unmanagedLifecycle,
  };
}

async function readPassword(file: string | undefined): Promise<string> {
  if (file === undefined) {
    const message = 'NEO4J_PASSWORD or NEO4J_PASSWORD_FILE is required, because NEO4J_URI is set.';
    throw new AtlasError('BAD_CONFIG', message);
  }
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    throw new AtlasError('BAD_CONFIG', `NEO4J_PASSWORD_FILE must be a readable file, but: ${errorMessage(error)}`);
  }
}
