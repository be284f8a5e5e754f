import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { notFoundMessage, pathOf } from './client-error.js';

/**
 * Returns the error for a request without a route: METHOD_NOT_ALLOWED if its path supports other methods, which it
 * lists in the `allow` header; otherwise NOT_FOUND.
 */
export function unknownPathError(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AtlasError {
  const { method, url } = request;
  // With CORS, every path supports OPTIONS.
  const methods = app.supportedMethods.filter(
    (candidate) => candidate !== 'OPTIONS' && app.findRoute({ method: candidate, url }),
  );
  if (methods.length === 0 || methods.includes(method)) return new AtlasError('NOT_FOUND', notFoundMessage(request));
  reply.header('allow', methods.join(', '));
  const advice = isPreflight(request)
    ? 'Pages of another origin may send requests only if CORS_ORIGINS lists the origin.'
    : 'Use a supported method.';
  const message = `${pathOf(request)} supports ${methods.join(', ')}, but not ${method}. ${advice}`;
  return new AtlasError('METHOD_NOT_ALLOWED', message);
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && 'access-control-request-method' in headers;
}
