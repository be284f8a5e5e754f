import { pino } from 'pino';
import { beforeAll, inject } from 'vitest';
import { openDatabase } from '../../src/neo4j/database.js';
import { createServer } from '../../src/server.js';
import { patientHttp } from '../setup/api.js';
import { requestTarget } from '../setup/pool-client.js';

/** The pages of a server. */
export interface Pages {
  /** Where a path of the server is; may be asked from `beforeAll` on. */
  readonly address: (path: string) => string;
}

let serving: Promise<string> | undefined;

/** The server with its pages on the shared graph; all files of a worker share it, and it ends with the process. */
export function servePages(): Pages {
  let root = '';
  beforeAll(async () => {
    root = await (serving ??= startServer(inject('neo4jPool')));
  });
  return { address: (path) => new URL(path, root).href };
}

async function startServer(poolUrl: string): Promise<string> {
  const database = await openDatabase(await requestTarget(poolUrl));
  const app = await createServer({ database, http: patientHttp, logger: pino({ level: 'silent' }) });
  return app.listen({ port: 0, host: '127.0.0.1' });
}
