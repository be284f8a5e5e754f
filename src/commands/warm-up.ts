import type { FastifyInstance } from 'fastify';
import type { Model } from '../model/model.js';
import { readManifest } from '../http/operation-manifest.js';
import { firstRequestId } from '../http/request-log.js';

/** The first operation that the explorer sends: the largest one, and slow until Neo4j has planned it. */
const firstOperation = 'WholeGraph';

/** Runs the explorer's first operation in advance, so that its first visitor need not wait for query planning. */
export async function warmUp(server: FastifyInstance, model: Model): Promise<void> {
  const operation = readManifest(model).operations.find(({ name }) => name === firstOperation);
  // Absent if the pages were not built.
  if (operation === undefined) return;
  const headers = { 'x-request-id': firstRequestId };
  await server.inject({ method: 'POST', url: '/graphql', headers, payload: { query: operation.body } });
}
