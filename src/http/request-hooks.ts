import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { AtlasError } from '../errors.js';
import { isHealthOrMetrics } from './health.js';
import type { Lifecycle } from './lifecycle.js';
import type { Metrics } from './metrics.js';
import { isRecord } from './operation-request.js';
import { securityHeaders } from './security-headers.js';
import type { RequestLimit } from './server-group.js';

/** The dependencies of the request hooks. */
export interface RequestHookOptions {
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
  /** Called for each request after its response was sent or its client has disconnected. */
  readonly onResponse: (request: FastifyRequest, reply: FastifyReply) => void;
  /** How many requests this process may handle at once. */
  readonly requestLimit: RequestLimit;
  /** How many requests all processes of the server together may handle at once. */
  readonly maxRequests: number;
  /** The names of the operations that metrics distinguish. */
  readonly operationNames: ReadonlySet<string>;
}

/** Returns the request id that a proxy has set, if it is well-formed; otherwise, a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const proxyId = headers['x-request-id'];
  return typeof proxyId === 'string' && /^[\w-]{8,64}$/.test(proxyId) ? proxyId : randomUUID();
}

/** Sets the id and security headers of every response, measures it, and rejects requests beyond the limit. */
export function requestHooks({
  metrics,
  lifecycle,
  onResponse,
  requestLimit,
  maxRequests,
  operationNames,
}: RequestHookOptions): FastifyPluginCallback {
  return fastifyPlugin((app, _options, done) => {
    app.addHook('onRequest', (request, reply, next) => {
      reply.header('x-request-id', request.id).headers(securityHeaders);
      metrics.activeRequests += 1;
      // Emitted also if the client disconnects before the response is sent.
      reply.raw.once('close', () => {
        metrics.activeRequests -= 1;
        onResponse(request, reply);
        metrics.requests.inc({ route: request.routeOptions.url ?? 'none', status: reply.statusCode });
        if (!request.url.startsWith('/graphql')) return;
        metrics.latency.observe({ operation: operationOf(request, operationNames) }, reply.elapsedTime / 1000);
      });
      if (metrics.activeRequests <= requestLimit.max || isHealthOrMetrics(request)) next();
      else if (!requestLimit.extend) next(overloadedError(maxRequests));
      else requestLimit.extend().then((isAllowed) => next(isAllowed ? undefined : overloadedError(maxRequests)), next);
    });
    // Checked when the response is sent: a request may have arrived before the shutdown began.
    app.addHook('onSend', (_request, reply, _payload, next) => {
      if (lifecycle.isStopping) reply.header('connection', 'close');
      next();
    });
    done();
  });
}

function overloadedError(maxRequests: number): AtlasError {
  return new AtlasError(
    'OVERLOADED',
    `The server handles at most ${maxRequests} requests at once and has reached this limit. Try again in a second.`,
  );
}

// Only predefined names: a client that invents names must not create time series without bound. The name in the text is
// found without a parser, because refused and cached requests are not parsed.
function operationOf({ method, query, body }: FastifyRequest, names: ReadonlySet<string>): string {
  const parameters = method === 'GET' ? query : body;
  if (!isRecord(parameters)) return 'other';
  const { operationName, query: text } = parameters;
  const name = operationName ?? /^[ \t]*query\s+(\w{1,80})/m.exec(String(text))?.[1];
  return typeof name === 'string' && names.has(name) ? name : 'other';
}
