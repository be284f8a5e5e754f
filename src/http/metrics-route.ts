import type { FastifyPluginCallback } from 'fastify';
import { unlimited } from './health.js';
import type { Metrics } from './metrics.js';

/** Answers `/metrics`, for Prometheus. */
export function metricsRoute({ registry }: Metrics): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/metrics', unlimited, async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    );
    done();
  };
}
