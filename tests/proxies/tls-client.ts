import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

/** Headers and body of a request. */
export interface TlsRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** If present, the request is a POST with this value as JSON. */
  readonly body?: object;
}

/** A response with its body decoded as UTF-8; bodies are not decompressed. */
export interface TlsResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** An HTTPS client with keep-alive connections. */
export interface TlsClient {
  send(url: string, request?: TlsRequest): Promise<TlsResponse>;
  close(): void;
}

/** Creates a client that trusts one certificate and connects from a local address. */
export function createTlsClient(ca: string, localAddress = '127.0.0.1'): TlsClient {
  const agent = new Agent({ keepAlive: true, ca, localAddress });
  return {
    send: async (url, { headers = {}, body } = {}) => {
      const isPost = body !== undefined;
      const type = isPost ? { 'content-type': 'application/json' } : {};
      const clientRequest = request(url, { agent, method: isPost ? 'POST' : 'GET', headers: { ...type, ...headers } });
      clientRequest.end(isPost ? JSON.stringify(body) : undefined);
      const [response] = (await once(clientRequest, 'response')) as [IncomingMessage];
      return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) };
    },
    close: () => agent.destroy(),
  };
}
