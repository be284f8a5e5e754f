import fc from 'fast-check';
import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { filesGraph as graph } from './oracle/files-graph.js';
import { queryAll } from './oracle/queries.js';
import { defaultLimits, neighborhoodOf } from './oracle/subgraphs.js';

interface TruncatedGraph {
  readonly truncated: boolean;
  readonly nodes: readonly { readonly id: string }[];
}

const seed = 20261126;
const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const graphFragment = 'fragment below on Graph { truncated nodes { id } }';

it('A truncated neighborhood contains the nearest entities and is marked as truncated', async () => {
  const queries = fc.sample(
    fc.record({
      id: fc.constantFrom(...graph.nodes()),
      depth: fc.integer({ min: 1, max: 4 }),
      limit: fc.integer({ min: 0, max: 60 }),
    }),
    { numRuns: 60, seed },
  );
  const fields = queries.map(
    ({ id, depth, limit }) => `neighborhood(ids: ["${id}"], depth: ${depth}, limit: ${limit})`,
  );
  const graphs = await queryAll<TruncatedGraph>(api, fields, graphFragment);
  queries.forEach(({ id, depth, limit }, index) => {
    const returned = new Set(graphs[index]?.nodes.map((node) => node.id));
    const nodesByDepth = Array.from(
      { length: depth + 1 },
      (_, hops) => neighborhoodOf(graph, [id], hops, defaultLimits).nodes,
    );
    const expected = nodesByDepth.at(-1) ?? [];
    expect(returned.size).toBe(Math.min(limit, expected.length));
    expect(graphs[index]?.truncated).toBe(expected.length > limit);
    const complete = nodesByDepth.findLast((nodes) => nodes.length <= limit) ?? [];
    const partial = nodesByDepth.find((nodes) => nodes.length >= returned.size) ?? [];
    expect(complete.filter((node) => !returned.has(node))).toEqual([]);
    expect([...returned].filter((node) => !partial.includes(node))).toEqual([]);
  });
  expect(graphs.filter(({ truncated }) => truncated).length).toBeGreaterThan(20);
});
