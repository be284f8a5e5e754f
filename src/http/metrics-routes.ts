import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Metrics } from './metrics.js';

/** Counts and times every request, and answers `/metrics` where that is wanted. */
export function metricsRoutes(metrics: Metrics, names: ReadonlySet<string>, isPublic: boolean): FastifyPluginCallback {
  return fastifyPlugin((app, _options, done) => {
    app.addHook('onRequest', (_request, reply, next) => {
      metrics.underWay.inc();
      reply.raw.once('close', () => metrics.underWay.dec());
      next();
    });
    app.addHook('onResponse', (request, reply, next) => {
      const route = request.routeOptions.url ?? 'none';
      metrics.requests.inc({ route, status: reply.statusCode });
      if (route === '/graphql') {
        metrics.latency.observe({ operation: operationOf(request, names) }, reply.elapsedTime / 1000);
      }
      next();
    });
    if (isPublic) {
      app.get('/metrics', async (_request, reply) => {
        return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
      });
    }
    done();
  });
}

// Only names known beforehand: a client that invents names must not fill the memory of whoever reads the metrics.
function operationOf({ body }: FastifyRequest, names: ReadonlySet<string>): string {
  if (typeof body !== 'object' || body === null) return 'other';
  const given = 'operationName' in body ? body.operationName : undefined;
  const text = 'query' in body && typeof body.query === 'string' ? body.query : '';
  const name = typeof given === 'string' ? given : (/^\s*query\s+(\w{1,80})/m.exec(text)?.[1] ?? '');
  return name !== '' && names.has(name) ? name : 'other';
}
