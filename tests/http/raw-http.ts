import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request that is sent unchanged, even if `fetch` would reject it. */
export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A response with its body as text. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request to a server and reads the complete response. */
export async function sendRaw(address: string, { body, ...options }: RawRequest): Promise<RawResponse> {
  const { hostname, port } = new URL(address);
  const sent = request({ hostname, port, agent: false, ...options });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage]; // as Node.js documents the event
  return { status: response.statusCode ?? NaN, headers: response.headers, body: await text(response) };
}

/** Opens a connection to a server. */
export function openSocket(address: string): Socket {
  const { hostname, port } = new URL(address);
  return connect(Number(port), hostname);
}

/** Sends bytes to a server and reads the response until the server closes the connection. */
export async function sendBytes(address: string, bytes: string): Promise<RawResponse> {
  const socket = openSocket(address);
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n', 2);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const [name = '', value = ''] = line.split(/: (.*)/s, 2);
    return [name.toLowerCase(), value];
  });
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body };
}
