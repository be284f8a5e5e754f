import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyPluginCallback } from 'fastify';
import { AtlasError } from '../errors.js';
import type { Database } from '../neo4j/database.js';
import type { Lifecycle } from './lifecycle.js';

const probeTimeoutMs = 1_000;
const probe = {
  name: 'neo4j/probe',
  text: 'RETURN 1 AS one',
  parameters: {},
  timeoutMs: probeTimeoutMs,
  isUrgent: true,
};

/** Health and metrics are answered however often they are asked for. */
export const unlimited = { config: { rateLimit: false } };

/** Answers whether the process lives, at `/livez`, and whether it is to be asked, at `/readyz`. */
export function healthRoutes(database: Database, lifecycle: Lifecycle): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/livez', unlimited, async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'alive' }),
    );
    app.get('/readyz', unlimited, async (_request, reply) => {
      if (lifecycle.isStopping) throw stopping();
      if (!(await isAnswering(database))) throw notReady();
      return reply.header('cache-control', 'no-store').send({ status: 'ready' });
    });
    done();
  };
}

async function isAnswering(database: Database): Promise<boolean> {
  const answered = database.read(probe).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, delay(probeTimeoutMs, false, { ref: false })]);
}

function stopping(): AtlasError {
  return new AtlasError(
    'STOPPING',
    'The server is about to stop: it answers, but is to be asked no more. Ask another one.',
  );
}

function notReady(): AtlasError {
  const message = 'The server is not ready: Neo4j does not answer. Look at Neo4j; the server needs no restart.';
  return new AtlasError('DATABASE_UNAVAILABLE', message);
}
