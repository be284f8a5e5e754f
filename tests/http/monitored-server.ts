import { afterAll, beforeAll } from 'vitest';
import { startServer, type StartedServer } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

/** Starts a server for the tests of one file and sends it each kind of request, so that it exposes every metric. */
export function monitoredServer(): { readonly url: string } {
  const neo4j = sharedNeo4j();
  let server: StartedServer | undefined;
  const readAddress = (): string => new URL('/', server?.url).origin;
  beforeAll(async () => {
    // Nothing listens there: the metrics of the shared cache exist without a connection.
    const read = { executor: 'jit', isCacheEnabled: true, cacheUrl: 'redis://127.0.0.1:1' } as const;
    server = await startServer(neo4j.database, { read, lifecycle });
    await sendRequests(server);
    lifecycle.isStopping = true;
    await fetch(`${readAddress()}/readyz`);
    lifecycle.isStopping = false;
    await fetch(`${readAddress()}/readyz`);
  });
  afterAll(() => server?.close());
  return {
    get url() {
      return readAddress();
    },
  };
}

const lifecycle = { isStopping: false };

async function sendRequests({ send }: StartedServer): Promise<void> {
  for (let round = 0; round < 2; round += 1) await send('{ companies(first: 1) { nodes { slug } } }');
}
