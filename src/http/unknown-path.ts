import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { pathOf } from './refusal.js';

/** Refuses a request for which there is no route: by its method where other methods are answered at its path, in `allow`. */
export function unknownPath(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AtlasError {
  const { method, url } = request;
  // Every path has OPTIONS where pages of other origins may ask.
  const methods = app.supportedMethods.filter((one) => one !== 'OPTIONS' && app.findRoute({ method: one, url }));
  const path = pathOf(request);
  if (methods.length === 0 || methods.includes(method)) {
    return new AtlasError('NOT_FOUND', `There is nothing at ${path}. Ask at /graphql, or open / in a browser.`);
  }
  reply.header('allow', methods.join(', '));
  const advice = isPreflight(request)
    ? 'Pages of another origin may ask only if CORS_ORIGINS lists the origin.'
    : 'Send one of these.';
  return new AtlasError('METHOD_NOT_ALLOWED', `${path} takes ${methods.join(', ')}, and not ${method}. ${advice}`);
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && 'access-control-request-method' in headers;
}
