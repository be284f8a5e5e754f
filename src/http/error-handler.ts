import type { FastifyError, FastifyInstance, FastifyHttpOptions, FastifyReply } from 'fastify';
import type { Server } from 'node:http';
import { errorStatuses, type AtlasError } from '../errors.js';
import { rejectMalformedHttp } from './malformed-http.js';
import { toClientError, unknownPathError } from './client-error.js';
import { securityHeaders } from './security-headers.js';

/** The value of `retry-after` in the response to a temporary error, in seconds. */
export const retryAfterSeconds = '1';

/** Counts an error by its code. */
export type CountError = (code: string) => void;

/** The Fastify options for errors that occur before routing. */
type ErrorOptions = Pick<
  FastifyHttpOptions<Server>,
  'frameworkErrors' | 'clientErrorHandler' | 'return503OnClosing' | 'http'
>;

/** The headers that an error response keeps: they describe how to send requests, not the discarded content. */
const keptHeaders = /^(allow|accept-encoding|connection|retry-after|vary|access-control-.*|x-ratelimit-.*)$/;

/** Fastify options that route its own errors to this handler, so that all errors have the same format. */
export function errorOptions(countError: CountError): ErrorOptions {
  return {
    frameworkErrors: (error, request, reply) => void sendError(toClientError(error, request), reply, countError),
    clientErrorHandler: (error, socket) => rejectMalformedHttp(error, socket, countError),
    // Otherwise, requests on open connections would get an error of another format during shutdown.
    return503OnClosing: false,
    // security.ts checks the host instead: Node.js would respond without a body.
    http: { requireHostHeader: false },
  };
}

/** Responds to the errors of all routes in the GraphQL error format, with the code and its HTTP status. */
export function handleErrors(app: FastifyInstance, countError: CountError): void {
  app.setErrorHandler((error: FastifyError | AtlasError, request, reply) =>
    sendError(toClientError(error, request), reply, countError),
  );
  app.setNotFoundHandler((request, reply) => sendError(unknownPathError(app, request, reply), reply, countError));
  // Otherwise, Node.js responds with 417 and no body; a server may ignore the `expect` header (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.routing(request, response));
}

/** Sends an error in the format that all errors have. */
function sendError({ code, message }: AtlasError, reply: FastifyReply, countError: CountError): FastifyReply {
  const { status, isRetryable = false } = errorStatuses.get(code) ?? { status: 500 };
  countError(code);
  for (const name of Object.keys(reply.getHeaders())) if (!keptHeaders.test(name)) reply.removeHeader(name);
  if (isRetryable && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(status)
    .headers({ ...securityHeaders, 'x-request-id': reply.request.id, 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}
