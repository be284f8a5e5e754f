import { once } from 'node:events';
import { createServer } from 'node:net';

/** Returns a TCP port that is currently free: `port`, or any of the host's if it is 0. Fails if `port` is in use. */
export async function findFreePort(host = '127.0.0.1', port = 0): Promise<number> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a listener with a port.');
  return address.port;
}
