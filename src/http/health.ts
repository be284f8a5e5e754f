import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyPluginCallback } from 'fastify';
import type { Database } from '../neo4j/database.js';

const patienceMs = 1_000;
const probe = { name: 'neo4j/probe', text: 'RETURN 1 AS one', parameters: {}, timeoutMs: patienceMs, isUrgent: true };

/** Tells those who run the server whether it lives, and whether it can answer: `/livez` and `/readyz`. */
export function healthRoutes(database: Database): FastifyPluginCallback {
  return (app, _options, done) => {
    app.get('/livez', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
    app.get('/readyz', async (_request, reply) => {
      const isReady = await answers(database);
      reply.header('cache-control', 'no-store').code(isReady ? 200 : 503);
      return isReady ? { status: 'ready' } : { status: 'not ready', reason: 'Neo4j does not answer.' };
    });
    done();
  };
}

async function answers(database: Database): Promise<boolean> {
  const asked = database.read(probe).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, delay(patienceMs, false, { ref: false })]);
}
