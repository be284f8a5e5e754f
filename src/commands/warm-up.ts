import type { FastifyInstance } from 'fastify';
import type { Model } from '../model/model.js';
import { readManifest } from '../http/operation-manifest.js';
import { firstRequestId } from '../http/request-log.js';

/** The first operation that the explorer sends: the largest one, and slow until Neo4j has planned it. */
const firstOperation = 'WholeGraph';

/**
 * Runs operations in advance whose queries take Neo4j long to plan, so that no client has to wait for that: a lookup by
 * slug, whose query operations share, and the explorer's first operation.
 */
export async function warmUp(server: FastifyInstance, model: Model): Promise<void> {
  const lookups = model.types.slice(0, 1).map(({ field }) => `{ ${field}(slug: "") { id } }`);
  // Absent if the pages were not built.
  const operation = readManifest(model).operations.find(({ name }) => name === firstOperation);
  const headers = { 'x-request-id': firstRequestId };
  for (const query of [...lookups, ...(operation ? [operation.body] : [])])
    await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query } });
}
