import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { probe, type Database } from '../neo4j/database.js';
import type { Lifecycle } from './lifecycle.js';
import type { Metrics } from './metrics.js';
import type { ServerGroup } from './server-group.js';

const probeTimeoutMs = 1_000;

const messages = {
  stopping: 'The server is about to stop and is no longer ready for requests. Send them to another server.',
  noNeo4j: 'The server is not ready because Neo4j does not respond. Check Neo4j; the server needs no restart.',
  starting: 'The server is not ready because some of its worker processes are still starting. Try again in a second.',
};

/** Route options of health and metrics: no rate limit applies. */
const unlimitedRoute = { config: { rateLimit: false } };

/** Whether a request is for health or metrics, which are never rejected by limits and not traced. */
export function isHealthOrMetrics({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.rateLimit === false;
}

/**
 * Serves `/livez`, whether the process is alive, and `/readyz`, whether it is ready for requests. In a group, a process
 * is not ready before all others have been.
 */
export function healthRoutes(database: Database, lifecycle: Lifecycle, group?: ServerGroup): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/livez', unlimitedRoute, async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'alive' }),
    );
    app.get('/readyz', unlimitedRoute, async (_request, reply) => {
      if (lifecycle.isStopping) throw new AtlasError('STOPPING', messages.stopping);
      if (!(await isNeo4jReachable(database))) throw new AtlasError('DATABASE_UNAVAILABLE', messages.noNeo4j);
      if (group && !(await group.isReady())) throw new AtlasError('STARTING', messages.starting);
      return reply.header('cache-control', 'no-store').send({ status: 'ready' });
    });
    done();
  };
}

/** Serves the metrics for Prometheus at `/metrics`: in a group, those of all its processes together. */
export function metricsRoute(metrics: Metrics, group?: ServerGroup): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/metrics', unlimitedRoute, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await (group ?? metrics).readMetrics()),
    );
    done();
  };
}

/** Whether Neo4j responds to a probe within a second. */
export async function isNeo4jReachable(database: Database): Promise<boolean> {
  const probeResult = database.read({ ...probe, timeoutMs: probeTimeoutMs }).then(
    () => true,
    () => false,
  );
  return Promise.race([probeResult, delay(probeTimeoutMs, false, { ref: false })]);
}
