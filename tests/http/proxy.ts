import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy to a Neo4j, which can simulate failures of networks and servers. */
export interface Proxy {
  readonly port: number;
  /** Closes every connection and accepts no new one, as when Neo4j is killed. */
  kill(): Promise<void>;
  /** Listens on the same port again. */
  restart(): Promise<void>;
  /** Keeps connections open and forwards nothing, as when Neo4j is suspended or packets are lost. */
  freeze(): void;
  /** Stops forwarding on the current connections for good, as a firewall that lost their state does; new ones work. */
  strand(): void;
  /** Closes every connection and accepts new ones, as a restarted network proxy does. */
  cut(): void;
  /** Closes each new connection after this many bytes from Neo4j, even inside a message; Infinity: never. */
  tear(bytes: number): void;
  /** Forwards new connections to another Neo4j. */
  lead(uri: string): void;
  /** Forwards again, including the data that was held back. */
  thaw(): void;
  close(): Promise<void>;
}

/** Starts a proxy to the Neo4j at a `bolt://` URI; if it is not listening, `restart` makes it listen. */
export async function startProxy(uri: string, isListening = true): Promise<Proxy> {
  let { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let bytesToTear = Infinity;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    let bytesLeft = bytesToTear;
    const bring = (chunk: Buffer): void => {
      client.write(chunk.subarray(0, Math.max(bytesLeft, 0)));
      bytesLeft -= chunk.length;
      if (bytesLeft <= 0) client.end();
    };
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => (from === upstream ? bring(chunk) : void to.write(chunk)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isFrozen) from.pause();
    }
  });
  const listen = async (at: number): Promise<void> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const pause = (): void => {
    for (const socket of sockets) socket.pause();
  };
  const kill = async (): Promise<void> => {
    cut();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  if (!isListening) await kill();
  return {
    port: own,
    kill,
    restart: () => listen(own),
    freeze: () => {
      isFrozen = true;
      pause();
    },
    strand: pause,
    cut,
    tear: (bytes) => {
      bytesToTear = bytes;
    },
    lead: (next) => {
      ({ hostname, port } = new URL(next));
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: kill,
  };
}
