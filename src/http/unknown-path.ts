import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { nothingAt, pathOf } from './refusal.js';

/** Refuses a request for which there is no route: by its method where other methods are answered at its path, in `allow`. */
export function unknownPath(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AtlasError {
  const { method, url } = request;
  // Every path has OPTIONS where pages of other origins may ask.
  const methods = app.supportedMethods.filter((one) => one !== 'OPTIONS' && app.findRoute({ method: one, url }));
  if (methods.length === 0 || methods.includes(method)) return new AtlasError('NOT_FOUND', nothingAt(request));
  reply.header('allow', methods.join(', '));
  const advice = isPreflight(request)
    ? 'Pages of another origin may ask only if CORS_ORIGINS lists the origin.'
    : 'Send one of these.';
  const message = `${pathOf(request)} takes ${methods.join(', ')}, and not ${method}. ${advice}`;
  return new AtlasError('METHOD_NOT_ALLOWED', message);
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && 'access-control-request-method' in headers;
}
