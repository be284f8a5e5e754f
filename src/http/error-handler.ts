import type { FastifyError, FastifyInstance, FastifyHttpOptions, FastifyReply } from 'fastify';
import type { Server } from 'node:http';
import { httpMeanings, type AtlasError } from '../errors.js';
import { answerBrokenHttp } from './broken-http.js';
import { refusalOf } from './refusal.js';
import { securityHeaders } from './security-headers.js';
import { unknownPath } from './unknown-path.js';

/** When to come again after a refusal that will pass. */
export const retryAfterSeconds = '1';

/** Counts an error by its code. */
export type CountError = (code: string) => void;

/** The options of Fastify for what it refuses before it has found a route. */
type ErrorOptions = Pick<
  FastifyHttpOptions<Server>,
  'frameworkErrors' | 'clientErrorHandler' | 'return503OnClosing' | 'http'
>;

/** Headers of an answer that a refusal keeps: they say how to ask, not what was found. */
const keptHeaders = /^(allow|accept-encoding|connection|retry-after|vary|access-control-.*|x-ratelimit-.*)$/;

/** The options of Fastify by which it leaves to this handler the requests that it would refuse by itself. */
export function errorOptions(countError: CountError): ErrorOptions {
  return {
    frameworkErrors: (error, request, reply) => void sendRefusal(refusalOf(error, request), reply, countError),
    clientErrorHandler: (error, socket) => answerBrokenHttp(error, socket, countError),
    // Else requests that come by an open connection while the server ends would get an answer of another shape.
    return503OnClosing: false,
    // The check is src/http/check-graphql-request.ts's: Node.js would answer without a body.
    http: { requireHostHeader: false },
  };
}

/** Refuses whatever fails on any route in GraphQL's shape, with a listed code and its status. */
export function handleErrors(app: FastifyInstance, countError: CountError): void {
  app.setErrorHandler((error: FastifyError | AtlasError, request, reply) =>
    sendRefusal(refusalOf(error, request), reply, countError),
  );
  app.setNotFoundHandler((request, reply) => sendRefusal(unknownPath(app, request, reply), reply, countError));
  // Else Node.js answers 417 without a body; a server may ignore what a client expects (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.routing(request, response));
}

/** Sends the one shape in which requests are refused. */
function sendRefusal({ code, message }: AtlasError, reply: FastifyReply, countError: CountError): FastifyReply {
  const { status, isRetryable = false } = httpMeanings.get(code) ?? { status: 500 };
  countError(code);
  for (const name of Object.keys(reply.getHeaders())) if (!keptHeaders.test(name)) reply.removeHeader(name);
  if (isRetryable && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(status)
    .headers({ ...securityHeaders, 'x-request-id': reply.request.id, 'cache-control': 'no-store' })
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}
