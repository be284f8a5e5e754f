import { pino } from 'pino';
import { beforeAll, inject } from 'vitest';
import { openDatabase } from '../../src/neo4j/database.js';
import { createServer } from '../../src/server.js';
import { testHttpConfig } from '../setup/api.js';
import { requestTarget } from '../setup/pool-client.js';

/** A server of pages. */
export interface Pages {
  /** Returns the URL of a path; available from `beforeAll` on. */
  readonly address: (path: string) => string;
}

let sharedServer: Promise<string> | undefined;

/** Serves the pages with the shared database. All test files of a worker share the server; it ends with the process. */
export function servePages(): Pages {
  let baseUrl = '';
  beforeAll(async () => {
    baseUrl = await (sharedServer ??= startServer(inject('neo4jPool')));
  });
  return { address: (path) => new URL(path, baseUrl).href };
}

async function startServer(poolUrl: string): Promise<string> {
  const database = await openDatabase(await requestTarget(poolUrl));
  const app = await createServer({ database, http: testHttpConfig, logger: pino({ level: 'silent' }) });
  return app.listen({ port: 0, host: '127.0.0.1' });
}
