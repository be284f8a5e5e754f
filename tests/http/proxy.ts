import { connect, type Socket } from 'node:net';
import { startRestartableServer } from '../setup/restartable-server.js';

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
  silence(): void;
  /** Closes every connection and accepts new ones, as a restarted network proxy does. */
  cut(): void;
  /** Closes each new connection after this many bytes from Neo4j, even inside a message; Infinity: never. */
  cutAfter(bytes: number): void;
  /** Forwards new connections to another Neo4j. */
  forwardTo(uri: string): void;
  /** Forwards again, including the data that was held back. */
  thaw(): void;
  close(): Promise<void>;
}

/** Starts a proxy to the Neo4j at a `bolt://` URI; if it is not listening, `restart` makes it listen. */
export async function startProxy(uri: string, isListening = true): Promise<Proxy> {
  let { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let bytesBeforeCut = Infinity;
  const server = await startRestartableServer(sockets, (client) => {
    const upstream = connect(Number(port), hostname);
    let bytesLeft = bytesBeforeCut;
    const forward = (chunk: Buffer): void => {
      client.write(chunk.subarray(0, Math.max(bytesLeft, 0)));
      bytesLeft -= chunk.length;
      if (bytesLeft <= 0) client.end();
    };
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => (from === upstream ? forward(chunk) : void to.write(chunk)));
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (isFrozen) from.pause();
    }
  });
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const pause = (): void => {
    for (const socket of sockets) socket.pause();
  };
  if (!isListening) await server.stop();
  return {
    port: server.port,
    kill: server.stop,
    restart: server.restart,
    freeze: () => {
      isFrozen = true;
      pause();
    },
    silence: pause,
    cut,
    cutAfter: (bytes) => {
      bytesBeforeCut = bytes;
    },
    forwardTo: (newUri) => {
      ({ hostname, port } = new URL(newUri));
    },
    thaw: () => {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    close: server.stop,
  };
}
