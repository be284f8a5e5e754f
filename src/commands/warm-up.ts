import type { FastifyInstance } from 'fastify';
import type { Model } from '../model/model.js';
import { readManifest } from '../http/operation-manifest.js';

/** What the explorer asks first: the largest question of all, and the slowest while Neo4j has answered nothing yet. */
const firstQuestion = 'WholeGraph';

/** Asks the explorer's first question before its first visitor does, who then need not wait until it is planned. */
export async function warmUp(server: FastifyInstance, model: Model): Promise<void> {
  const operation = readManifest(model).operations.find(({ name }) => name === firstQuestion);
  // Where the pages were not built nobody will ask.
  if (operation === undefined) return;
  await server.inject({ method: 'POST', url: '/graphql', payload: { query: operation.body } });
}
