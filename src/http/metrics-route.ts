import type { FastifyPluginCallback } from 'fastify';
import { unlimitedRoute } from './health.js';
import type { Metrics } from './metrics.js';
import type { ServerGroup } from './server-group.js';

/** Serves the metrics for Prometheus at `/metrics`: in a group, those of all its processes together. */
export function metricsRoute(metrics: Metrics, group?: ServerGroup): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/metrics', unlimitedRoute, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await (group ?? metrics).readMetrics()),
    );
    done();
  };
}
