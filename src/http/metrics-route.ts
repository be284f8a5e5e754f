import type { FastifyPluginCallback } from 'fastify';
import { unlimitedRoute } from './health.js';
import type { Metrics } from './metrics.js';

/** Serves the metrics for Prometheus at `/metrics`. */
export function metricsRoute(metrics: Metrics): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/metrics', unlimitedRoute, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.read()),
    );
    done();
  };
}
