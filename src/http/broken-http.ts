import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { httpMeanings, type RequestCode } from '../errors.js';
import { securityHeaders } from './security-headers.js';

const refusals: Readonly<Record<string, readonly [RequestCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', 'The request did not arrive completely in time. Send it again.'],
  HPE_HEADER_OVERFLOW: [
    'HEADERS_TOO_LARGE',
    'The URL and the headers are too long together. Send long values in the body of a POST request.',
  ],
};
const notHttp = ['BAD_REQUEST', 'The request is not valid HTTP/1.1 (RFC 9112). Correct the client.'] as const;

/** Rejects a request that Node.js cannot parse, and closes the connection: where the next request begins is unknown. */
export function answerBrokenHttp(
  error: NodeJS.ErrnoException,
  socket: Socket,
  countError: (code: string) => void,
): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const [code, message] = refusals[error.code ?? ''] ?? notHttp;
    countError(code);
    socket.write(responseOf(code, message));
  }
  socket.destroy(error);
}

function responseOf(code: RequestCode, message: string): string {
  const status = httpMeanings.get(code)?.status ?? 400;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const headers = {
    ...securityHeaders,
    'x-request-id': randomUUID(),
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
