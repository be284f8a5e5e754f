import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../../src/http/http-config.js';
import { listen } from '../../setup/api.js';
import { sharedNeo4j } from '../../setup/databases.js';
import { filesGraph as graph } from './files-graph.js';
import { askAll, askInOneOperation, fieldsPerOperation, relationTypes } from './questions.js';
import { alike, around, between, type Drawn } from './surroundings.js';

interface Graph {
  readonly nodes: readonly { readonly id: string; readonly degree: number }[];
  readonly links: readonly { readonly id: string; readonly source: string; readonly target: string }[];
  readonly truncated: boolean;
}

interface Alike {
  readonly entity: { readonly id: string };
  readonly score: number;
  readonly shared: readonly { readonly id: string }[];
}

interface Relations {
  readonly relations: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

const below = 'fragment below on Graph { truncated nodes { id degree } links { id source target } }';
const seed = 20261125;

// Lift the limits of cost and time, which other tests cover.
const http = { ...defaultHttpConfig, costLimit: Number.MAX_SAFE_INTEGER, operationTimeoutMs: 200_000 };
const ids = fc.constantFrom(...graph.nodes());
const some = fc.uniqueArray(ids, { minLength: 1, maxLength: 3 });
const entityTypes = [...new Set(graph.mapNodes((_id, { type }) => type.toUpperCase()))];

function draw<T>(questions: fc.Arbitrary<T>, numRuns: number): T[] {
  return fc.sample(questions, { numRuns, seed });
}

function drawn({ nodes, links, truncated }: Graph): Drawn & { readonly truncated: boolean } {
  return { nodes: nodes.map(({ id }) => id), links: links.map(({ id }) => id), truncated };
}

/** Tests `count` random graph queries of each kind against the data files. */
export function describeGraphs(count: number): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database, { http });

  describe(`Compared with the data files, with the seed ${seed},`, () => {
    it('the whole graph has every entity with its degree, and every relation between its ends', async () => {
      const [wholeGraph] = await askAll<Graph>(api, ['graph(limit: 10000)'], below);
      const nodes = graph.nodes().toSorted();
      expect(wholeGraph?.nodes).toEqual(nodes.map((id) => ({ id, degree: graph.degree(id) })));
      const links = graph.edges().toSorted();
      expect(wholeGraph?.links).toEqual(
        links.map((id) => ({ id, source: graph.source(id), target: graph.target(id) })),
      );
    });

    it('a neighborhood has all entities within its depth, limited to types of relation and entity', async () => {
      const questions = draw(
        fc.record({
          from: some,
          depth: fc.integer({ min: 0, max: 4 }),
          types: fc.option(fc.subarray(relationTypes(graph), { minLength: 3 }), { freq: 1 }),
          allowedTypes: fc.option(fc.subarray(entityTypes, { minLength: 4 }), { freq: 1 }),
        }),
        count,
      );
      const fields = questions.map(({ from, depth, types, allowedTypes }) => {
        const only = [
          ...(types ? [`types: [${types.join()}]`] : []),
          ...(allowedTypes ? [`entityTypes: [${allowedTypes.join()}]`] : []),
        ];
        return `neighborhood(ids: ${JSON.stringify(from)}, depth: ${depth}, ${only.join(', ')}, limit: 10000)`;
      });
      const answers = await askAll<Graph>(api, fields, below);
      const expected = questions.map(({ from, depth, types, allowedTypes }) =>
        around(graph, from, depth, types, allowedTypes),
      );
      expect(answers.map(drawn)).toEqual(expected.map((one) => ({ ...one, truncated: false })));
      const inOne = await askInOneOperation<Graph>(api, fields.slice(0, fieldsPerOperation), below);
      expect(inOne).toEqual(answers.slice(0, fieldsPerOperation));
      expect(expected.filter(({ nodes }) => nodes.length > 20).length).toBeGreaterThan(count / 6);
    });

    it('the graph between entities is the union of the shortest paths between each two', async () => {
      const questions = draw(fc.record({ from: some, maxLength: fc.integer({ min: 1, max: 8 }) }), count / 2);
      const fields = questions.map(
        ({ from, maxLength }) => `between(ids: ${JSON.stringify(from)}, maxLength: ${maxLength})`,
      );
      const found = (await askAll<Graph>(api, fields, below)).map(drawn);
      const expected = questions.map(({ from, maxLength }) => between(graph, from, maxLength));
      expect(found).toEqual(expected.map((one) => ({ ...one, truncated: false })));
      expect(expected.filter(({ links }) => links.length > 2).length).toBeGreaterThan(count / 8);
    });

    it('similar entities share neighbors, and the score is their share of all neighbors', async () => {
      const questions = draw(fc.tuple(ids, fc.integer({ min: 1, max: 100 })), count / 2);
      const fields = questions.map(([id, first]) => `similar(id: "${id}", first: ${first})`);
      const shape = 'fragment below on SimilarEntity { entity { id } score shared { id } }';
      const found = (await askAll<Alike[]>(api, fields, shape)).map((list) =>
        list.map(({ entity, score, shared }) => ({ id: entity.id, score, shared: shared.map(({ id }) => id) })),
      );
      expect(found).toEqual(questions.map(([id, first]) => alike(graph, id).slice(0, first)));
      expect(found.filter((list) => list.length > 5).length).toBeGreaterThan(count / 12);
    });

    it('the relations of an entity have the requested direction and types', async () => {
      const directions = fc.constantFrom('OUT', 'IN', 'ANY');
      const questions = draw(fc.tuple(ids, directions, fc.subarray(relationTypes(graph), { minLength: 5 })), count);
      const text = questions.map(([id]) => `nodes(ids: ["${id}"])`);
      const found: Relations[][] = [];
      for (const [index, [, direction, types]] of questions.entries()) {
        const list = `relations(first: 100, direction: ${direction}, types: [${types.join()}]) { totalCount nodes { id } }`;
        found.push(...(await askAll<Relations[]>(api, [text[index] ?? ''], `fragment below on Entity { ${list} }`)));
      }
      const expected = questions.map(([id, direction, types]) => {
        const edges = [
          ...(direction === 'IN' ? [] : graph.outEdges(id)),
          ...(direction === 'OUT' ? [] : graph.inEdges(id)),
        ];
        return edges.filter((edge) => types.includes(graph.getEdgeAttribute(edge, 'type'))).toSorted();
      });
      expect(found.map(([first]) => first?.relations.totalCount)).toEqual(expected.map(({ length }) => length));
      const pages = found.map(([first]) => first?.relations.nodes.map(({ id }) => id));
      expect(pages).toEqual(expected.map((list) => list.slice(0, 100)));
    });
  });
}
