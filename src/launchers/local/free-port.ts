import { once } from 'node:events';
import { createServer } from 'node:net';

/** Finds a TCP port of the loopback interface that is currently free. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a listener with a port.');
  return address.port;
}
