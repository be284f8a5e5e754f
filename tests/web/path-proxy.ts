import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A proxy before a server, which serves it below a path of its own and knows nothing else. */
export interface PathProxy {
  /** Where the root of the server is. */
  readonly address: string;
  /** The paths that were asked for outside. */
  readonly strays: readonly string[];
  close(): void;
}

/** Starts a proxy that passes on requests below a prefix, which it leaves on their paths or takes off. */
export async function startPathProxy(prefix: string, target: string, isKept: boolean): Promise<PathProxy> {
  const strays: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '';
    if (url.startsWith(`${prefix}/`)) {
      passOn(incoming, outgoing, new URL(isKept ? url : url.slice(prefix.length), target));
    } else {
      strays.push(url);
      outgoing.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${portOf(server)}${prefix}/`,
    strays,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function passOn(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): void {
  const { method, headers } = incoming;
  const sent = request(url, { method, headers, agent: false }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  sent.on('error', () => outgoing.destroy());
  incoming.pipe(sent);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
