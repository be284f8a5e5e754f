import type { FastifyInstance } from 'fastify';
import type { Model } from '../model/model.js';
import type { Database } from '../neo4j/database.js';
import { sharedQuery } from '../compile/generic-plan.js';
import { readManifest } from '../http/operation-manifest.js';
import { firstRequestId } from '../http/request-log.js';

/** The first operation that the explorer sends: the largest one, and slow until Neo4j has planned it. */
const firstOperation = 'WholeGraph';

/**
 * Lets Neo4j plan in advance what takes it long, so that no client has to wait for that: the query that operations share,
 * and the explorer's first operation.
 */
export async function warmUp(server: FastifyInstance, database: Database, model: Model): Promise<void> {
  await database.read(sharedQuery);
  const operation = readManifest(model).operations.find(({ name }) => name === firstOperation);
  // Absent if the pages were not built.
  if (operation === undefined) return;
  const headers = { 'x-request-id': firstRequestId };
  await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query: operation.body } });
}
