import type { FastifyRequest } from 'fastify';
import { AtlasError, clientCodes, internalErrorMessage, type RequestCode } from '../errors.js';
import { basePathOf } from './base-path.js';

/** What Fastify and its plugins mean by the statuses of their errors; a path that leads out of a directory is a 403. */
const codesOfStatuses: ReadonlyMap<number, RequestCode> = new Map([
  [403, 'NOT_FOUND'],
  [404, 'NOT_FOUND'],
  [412, 'PRECONDITION_FAILED'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
]);

/** The error that a client is told about: the error itself where its message is written for clients. */
export function refusalOf(error: unknown, request: FastifyRequest): AtlasError {
  if (error instanceof AtlasError && clientCodes.has(error.code)) return error;
  const status = statusOf(error);
  if (error instanceof Error && status >= 400 && status < 500) {
    const code = codesOfStatuses.get(status) ?? 'BAD_REQUEST';
    return new AtlasError(code, messageOf(code, error, request));
  }
  request.log.error(
    { err: error, path: request.originalUrl, requestId: request.id },
    'A request failed in a way we do not know',
  );
  return new AtlasError('INTERNAL_SERVER_ERROR', internalErrorMessage);
}

/** A request's path, cut where a client has made it long. */
export function pathOf({ originalUrl }: FastifyRequest): string {
  return (originalUrl.split('?', 1)[0] ?? '').slice(0, 100);
}

/** Says that there is nothing at a request's path, and where there is something. */
export function nothingAt(request: FastifyRequest): string {
  const base = basePathOf(request);
  return `There is nothing at ${pathOf(request)}. Ask at ${base}/graphql, or open ${base}/ in a browser.`;
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function messageOf(code: RequestCode, error: Error, request: FastifyRequest): string {
  switch (code) {
    case 'NOT_FOUND':
      return nothingAt(request);
    case 'PAYLOAD_TOO_LARGE':
      return `A body may have at most ${request.routeOptions.bodyLimit} bytes, and this one has more. Send less at once.`;
    case 'UNSUPPORTED_MEDIA_TYPE':
      return `A body must be JSON, and this one has no content-type that says so. Send content-type: application/json.`;
    default:
      return 'code' in error && error.code === 'FST_ERR_BAD_URL' ? badUrl(request) : error.message;
  }
}

function badUrl(request: FastifyRequest): string {
  return `The path ${pathOf(request)} is not a URL's: after each % two hexadecimal digits of UTF-8 must follow.`;
}
