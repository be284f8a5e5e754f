import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { filesGraph as graph } from './oracle/files-graph.js';
import { askAll } from './oracle/questions.js';
import { around } from './oracle/surroundings.js';

interface Cut {
  readonly truncated: boolean;
  readonly nodes: readonly { readonly id: string }[];
}

const seed = 20261126;
const neo4j = sharedNeo4j();
const api = listen(() => neo4j.database);
const below = 'fragment below on Graph { truncated nodes { id } }';

it('A truncated neighborhood contains the nearest entities and is marked as truncated', async () => {
  const questions = fc.sample(
    fc.record({
      id: fc.constantFrom(...graph.nodes()),
      depth: fc.integer({ min: 1, max: 4 }),
      limit: fc.integer({ min: 0, max: 60 }),
    }),
    { numRuns: 60, seed },
  );
  const fields = questions.map(
    ({ id, depth, limit }) => `neighborhood(ids: ["${id}"], depth: ${depth}, limit: ${limit})`,
  );
  const found = await askAll<Cut>(api, fields, below);
  questions.forEach(({ id, depth, limit }, place) => {
    const kept = new Set(found[place]?.nodes.map((node) => node.id));
    const rings = Array.from({ length: depth + 1 }, (_, ring) => around(graph, [id], ring, null, null).nodes);
    const all = rings.at(-1) ?? [];
    expect(kept.size).toBe(Math.min(limit, all.length));
    expect(found[place]?.truncated).toBe(all.length > limit);
    const whole = rings.findLast((ring) => ring.length <= limit) ?? [];
    const partly = rings.find((ring) => ring.length >= kept.size) ?? [];
    expect(whole.filter((node) => !kept.has(node))).toEqual([]);
    expect([...kept].filter((node) => !partly.includes(node))).toEqual([]);
  });
  expect(found.filter(({ truncated }) => truncated).length).toBeGreaterThan(20);
});
