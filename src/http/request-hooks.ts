import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { AtlasError } from '../errors.js';
import { isHealthOrMetrics } from './health-or-metrics.js';
import type { Lifecycle } from './lifecycle.js';
import type { Metrics } from './metrics.js';
import type { RequestLog } from './request-log.js';
import { securityHeaders } from './security-headers.js';

/** What the hooks of every request depend on. */
export interface RequestHookOptions {
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
  /** Called for each request whose response was sent, or whose client has gone. */
  readonly onAnswer: RequestLog['onAnswer'];
  /** How many requests are answered at once. */
  readonly maxRequests: number;
  /** The names of operations that metrics tell apart. */
  readonly operationNames: ReadonlySet<string>;
}

/** The id that a proxy before us gave the request, if it is a plain one, or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Gives every response its id and security headers, counts and times it, and refuses requests beyond the limit at once. */
export function requestHooks({
  metrics,
  lifecycle,
  onAnswer,
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
        onAnswer(request, reply);
        metrics.requests.inc({ route: request.routeOptions.url ?? 'none', status: reply.statusCode });
        if (!request.url.startsWith('/graphql')) return;
        metrics.latency.observe({ operation: operationOf(request, operationNames) }, reply.elapsedTime / 1000);
      });
      const isOverloaded = metrics.activeRequests > maxRequests && !isHealthOrMetrics(request);
      next(isOverloaded ? overloaded(maxRequests) : undefined);
    });
    // Not before: of a request that came earlier, the connection would stay open until it is cut.
    app.addHook('onSend', (_request, reply, _payload, next) => {
      if (lifecycle.isStopping) reply.header('connection', 'close');
      next();
    });
    done();
  });
}

function overloaded(maxRequests: number): AtlasError {
  return new AtlasError(
    'OVERLOADED',
    `The server answers at most ${maxRequests} requests at once, and has that many. Try again in a second.`,
  );
}

// Only names known beforehand: a client that invents names must not fill the memory of whoever reads the metrics.
function operationOf({ body }: FastifyRequest, names: ReadonlySet<string>): string {
  if (typeof body !== 'object' || body === null) return 'other';
  const given = 'operationName' in body ? body.operationName : undefined;
  const text = 'query' in body && typeof body.query === 'string' ? body.query : '';
  const name = typeof given === 'string' ? given : (/^\s*query\s+(\w{1,80})/m.exec(text)?.[1] ?? '');
  return name !== '' && names.has(name) ? name : 'other';
}
