import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request as it is sent, also where `fetch` would refuse to. */
export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request to a server and reads the whole answer. */
export async function sendRaw(address: string, { body, ...options }: RawRequest): Promise<RawAnswer> {
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

/** Sends bytes to a server and reads what comes until the server closes the connection. */
export async function sendBytes(address: string, bytes: string): Promise<RawAnswer> {
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
