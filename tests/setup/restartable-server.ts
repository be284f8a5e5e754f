import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A TCP server that can be stopped, and started again on the same port. */
export interface RestartableServer {
  readonly port: number;
  /** Destroys all connections and stops listening; does nothing if it is stopped. */
  readonly stop: () => Promise<void>;
  /** Listens again. */
  readonly restart: () => Promise<void>;
}

/** Starts a TCP server on a free port; `sockets` are the connections that `stop` destroys. */
export async function startRestartableServer(
  sockets: ReadonlySet<Socket>,
  onConnection: (client: Socket) => void,
): Promise<RestartableServer> {
  const server = createServer(onConnection);
  const listen = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
    restart: () => listen(port),
  };
}
