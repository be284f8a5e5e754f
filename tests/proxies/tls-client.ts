import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';

/** What a request is, beside its path. */
export interface TlsRequest {
  readonly headers?: Readonly<Record<string, string>>;
  /** Is sent by POST, as JSON. */
  readonly body?: object;
}

/** An answer, whole; a compressed body is no text. */
export interface TlsAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A client that keeps its connections open. */
export interface TlsClient {
  send(url: string, request?: TlsRequest): Promise<TlsAnswer>;
  close(): void;
}

/** A client that trusts one certificate, and comes from an address of this machine. */
export function tlsClient(ca: string, localAddress = '127.0.0.1'): TlsClient {
  const agent = new Agent({ keepAlive: true, ca, localAddress });
  return {
    send: async (url, { headers = {}, body } = {}) => {
      const isPost = body !== undefined;
      const type = isPost ? { 'content-type': 'application/json' } : {};
      const sent = request(url, { agent, method: isPost ? 'POST' : 'GET', headers: { ...type, ...headers } });
      sent.end(isPost ? JSON.stringify(body) : undefined);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      return { status: answer.statusCode ?? 0, headers: answer.headers, text: await text(answer) };
    },
    close: () => agent.destroy(),
  };
}
