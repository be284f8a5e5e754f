import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { errorStatuses, type RequestCode } from '../errors.js';
import { securityHeaders } from './security-headers.js';

const errorsByCode: Readonly<Record<string, readonly [RequestCode, string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['REQUEST_TIMEOUT', 'The request did not arrive completely in time. Send it again.'],
  HPE_HEADER_OVERFLOW: [
    'HEADERS_TOO_LARGE',
    'The URL and the headers are too long together. Send long values in the body of a POST request.',
  ],
};
const malformedError = ['BAD_REQUEST', 'The request is not valid HTTP/1.1 (RFC 9112). Correct the client.'] as const;

/** Rejects a request that Node.js cannot parse, and closes the connection: where the next request begins is unknown. */
export function rejectMalformedHttp(
  error: NodeJS.ErrnoException,
  socket: Socket,
  countError: (code: string) => void,
): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const [code, message] = errorsByCode[error.code ?? ''] ?? malformedError;
    countError(code);
    socket.write(formatResponse(code, message));
  }
  socket.destroy(error);
}

function formatResponse(code: RequestCode, message: string): string {
  const status = errorStatuses.get(code)?.status ?? 400;
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
