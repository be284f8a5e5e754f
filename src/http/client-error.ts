import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError, clientCodes, internalErrorMessage, type RequestCode } from '../errors.js';
import { basePathOf } from './base-path.js';

/**
 * The error code for each status of Fastify's and its plugins' errors; 403 is a path that leaves the directory of
 * files.
 */
const codeByStatus: ReadonlyMap<number, RequestCode> = new Map([
  [403, 'NOT_FOUND'],
  [404, 'NOT_FOUND'],
  [412, 'PRECONDITION_FAILED'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
]);

/**
 * Converts an error to the one that the client sees: expected errors are unchanged, unexpected ones are logged and
 * masked.
 */
export function toClientError(error: unknown, request: FastifyRequest): AtlasError {
  if (error instanceof AtlasError && clientCodes.has(error.code)) return error;
  const status = statusOf(error);
  if (error instanceof Error && status >= 400 && status < 500) {
    const code = codeByStatus.get(status) ?? 'BAD_REQUEST';
    return new AtlasError(code, messageOf(code, error, request));
  }
  request.log.error(
    { err: error, path: request.originalUrl, requestId: request.id },
    'A request failed with an unexpected error',
  );
  return new AtlasError('INTERNAL_SERVER_ERROR', internalErrorMessage);
}

/** The path of a request, at most 100 characters of it. */
export function pathOf({ originalUrl }: FastifyRequest): string {
  return (originalUrl.split('?', 1)[0] ?? '').slice(0, 100);
}

/**
 * Returns the error for a request without a route: METHOD_NOT_ALLOWED if its path supports other methods, which it
 * lists in the `allow` header; otherwise NOT_FOUND.
 */
export function unknownPathError(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AtlasError {
  const { method, url, headers } = request;
  // With CORS, every path supports OPTIONS.
  const methods = app.supportedMethods.filter(
    (candidate) => candidate !== 'OPTIONS' && app.findRoute({ method: candidate, url }),
  );
  if (methods.length === 0 || methods.includes(method)) return new AtlasError('NOT_FOUND', notFoundMessage(request));
  reply.header('allow', methods.join(', '));
  const isPreflight = method === 'OPTIONS' && 'access-control-request-method' in headers;
  const advice = isPreflight
    ? 'Pages of another origin may send requests only if CORS_ORIGINS lists the origin.'
    : 'Use a supported method.';
  const message = `${pathOf(request)} supports ${methods.join(', ')}, but not ${method}. ${advice}`;
  return new AtlasError('METHOD_NOT_ALLOWED', message);
}

function notFoundMessage(request: FastifyRequest): string {
  const base = basePathOf(request);
  return `There is nothing at ${pathOf(request)}. Send operations to ${base}/graphql, or open ${base}/ in a browser.`;
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function messageOf(code: RequestCode, error: Error, request: FastifyRequest): string {
  switch (code) {
    case 'NOT_FOUND':
      return notFoundMessage(request);
    case 'PAYLOAD_TOO_LARGE':
      return `A body may have at most ${request.routeOptions.bodyLimit} bytes, but this one is longer. Send less.`;
    case 'UNSUPPORTED_MEDIA_TYPE':
      return `A body must be JSON, but this one has another content-type or none. Send content-type: application/json.`;
    default:
      return 'code' in error && error.code === 'FST_ERR_BAD_URL' ? badUrlMessage(request) : error.message;
  }
}

function badUrlMessage(request: FastifyRequest): string {
  return `The path ${pathOf(request)} is malformed: two hexadecimal digits of UTF-8 must follow each %.`;
}
