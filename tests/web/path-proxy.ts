import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A proxy that serves a server under a path prefix. */
export interface PathProxy {
  /** URL of the server's root. */
  readonly address: string;
  /** Requested paths outside the prefix. */
  readonly outsidePaths: readonly string[];
  close(): void;
}

/** Starts a proxy that forwards requests under a prefix; `keepsPrefix` tells whether forwarded paths include it. */
export async function startPathProxy(prefix: string, target: string, keepsPrefix: boolean): Promise<PathProxy> {
  const outsidePaths: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? '';
    if (url.startsWith(`${prefix}/`)) {
      forwardRequest(incoming, outgoing, new URL(keepsPrefix ? url : url.slice(prefix.length), target));
    } else {
      outsidePaths.push(url);
      outgoing.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${portOf(server)}${prefix}/`,
    outsidePaths,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function forwardRequest(incoming: IncomingMessage, outgoing: ServerResponse, url: URL): void {
  const { method, headers } = incoming;
  const forwardedRequest = request(url, { method, headers, agent: false }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  forwardedRequest.on('error', () => outgoing.destroy());
  incoming.pipe(forwardedRequest);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
