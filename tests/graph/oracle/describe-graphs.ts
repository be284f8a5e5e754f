import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../../src/http/http-config.js';
import { serveApi } from '../../setup/api.js';
import { sharedNeo4j } from '../../setup/databases.js';
import { degreeOf, filesGraph as graph } from './files-graph.js';
import { queryAll, queryInOneOperation, maxFieldsPerOperation, relationTypes } from './queries.js';
import { similarEntities, neighborhoodOf, shortestPathsGraph, type GraphIds } from './subgraphs.js';

interface Graph {
  readonly nodes: readonly { readonly id: string; readonly degree: number }[];
  readonly links: readonly { readonly id: string; readonly source: string; readonly target: string }[];
  readonly truncated: boolean;
}

interface SimilarEntity {
  readonly entity: { readonly id: string };
  readonly score: number;
  readonly shared: readonly { readonly id: string }[];
}

interface Relations {
  readonly relations: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
}

const graphFragment = 'fragment below on Graph { truncated nodes { id degree } links { id source target } }';
const seed = 20261125;

// Lift the limits of cost and time, which other tests cover.
const http = { ...defaultHttpConfig, costLimit: Number.MAX_SAFE_INTEGER, operationTimeoutMs: 200_000 };
const ids = fc.constantFrom(...graph.nodes());
const startIds = fc.uniqueArray(ids, { minLength: 1, maxLength: 3 });
const exclude = fc.option(fc.subarray(['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED']), { freq: 1 });
const entityTypes = [...new Set(graph.mapNodes((_id, { type }) => type.toUpperCase()))];

function sample<T>(queries: fc.Arbitrary<T>, numRuns: number): T[] {
  return fc.sample(queries, { numRuns, seed });
}

function idsOf({ nodes, links, truncated }: Graph): GraphIds & { readonly truncated: boolean } {
  return { nodes: nodes.map(({ id }) => id), links: links.map(({ id }) => id), truncated };
}

/** Tests `count` random graph queries of each kind against the data files. */
export function describeGraphs(count: number): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database, { http });

  describe(`Compared with the data files, with the seed ${seed},`, () => {
    it('the whole graph has every entity with its degree, and every relation between its ends', async () => {
      const [wholeGraph] = await queryAll<Graph>(api, ['graph(limit: 10000)'], graphFragment);
      const nodes = graph.nodes().toSorted();
      expect(wholeGraph?.nodes).toEqual(nodes.map((id) => ({ id, degree: degreeOf(graph, id) })));
      const links = graph.edges().toSorted();
      expect(wholeGraph?.links).toEqual(
        links.map((id) => ({ id, source: graph.source(id), target: graph.target(id) })),
      );
    });

    it('a neighborhood has all entities within its depth, limited to types and statuses', async () => {
      const queries = sample(
        fc.record({
          from: startIds,
          depth: fc.integer({ min: 0, max: 4 }),
          types: fc.option(fc.subarray(relationTypes(graph), { minLength: 3 }), { freq: 1 }),
          allowedTypes: fc.option(fc.subarray(entityTypes, { minLength: 4 }), { freq: 1 }),
          exclude,
        }),
        count,
      );
      const fields = queries.map(({ from, depth, types, allowedTypes, exclude: excluded }) => {
        const typeArguments = [
          ...(types ? [`types: [${types.join()}]`] : []),
          ...(allowedTypes ? [`entityTypes: [${allowedTypes.join()}]`] : []),
          ...(excluded ? [`exclude: [${excluded.join()}]`] : []),
        ];
        return `neighborhood(ids: ${JSON.stringify(from)}, depth: ${depth}, ${typeArguments.join(', ')}, limit: 10000)`;
      });
      const graphs = await queryAll<Graph>(api, fields, graphFragment);
      const expected = queries.map(({ from, depth, types, allowedTypes, exclude: excluded }) =>
        neighborhoodOf(graph, from, depth, { types, entityTypes: allowedTypes, exclude: excluded ?? ['REFUTED'] }),
      );
      expect(graphs.map(idsOf)).toEqual(expected.map((result) => ({ ...result, truncated: false })));
      const combined = await queryInOneOperation<Graph>(api, fields.slice(0, maxFieldsPerOperation), graphFragment);
      expect(combined).toEqual(graphs.slice(0, maxFieldsPerOperation));
      expect(expected.filter(({ nodes }) => nodes.length > 20).length).toBeGreaterThan(count / 6);
    });

    it('the graph between entities is the union of the shortest paths between each two', async () => {
      const queries = sample(fc.record({ from: startIds, maxLength: fc.integer({ min: 1, max: 8 }) }), count / 2);
      const fields = queries.map(
        ({ from, maxLength }) => `between(ids: ${JSON.stringify(from)}, maxLength: ${maxLength})`,
      );
      const actual = (await queryAll<Graph>(api, fields, graphFragment)).map(idsOf);
      const expected = queries.map(({ from, maxLength }) => shortestPathsGraph(graph, from, maxLength));
      expect(actual).toEqual(expected.map((result) => ({ ...result, truncated: false })));
      expect(expected.filter(({ links }) => links.length > 2).length).toBeGreaterThan(count / 8);
    });

    it('similar entities share neighbors, and the score is their share of all neighbors', async () => {
      const queries = sample(fc.tuple(ids, fc.integer({ min: 1, max: 100 }), exclude), count / 2);
      const fields = queries.map(
        ([id, first, excluded]) =>
          `similar(id: "${id}", first: ${first}, exclude: ${excluded ? `[${excluded.join()}]` : 'null'})`,
      );
      const similarFragment = 'fragment below on SimilarEntity { entity { id } score shared { id } }';
      const actual = (await queryAll<SimilarEntity[]>(api, fields, similarFragment)).map((list) =>
        list.map(({ entity, score, shared }) => ({ id: entity.id, score, shared: shared.map(({ id }) => id) })),
      );
      expect(actual).toEqual(
        queries.map(([id, first, excluded]) => similarEntities(graph, id, excluded ?? ['REFUTED']).slice(0, first)),
      );
      expect(actual.filter((list) => list.length > 5).length).toBeGreaterThan(count / 12);
    });

    it('the relations of an entity have the requested direction and types', async () => {
      const directions = fc.constantFrom('OUT', 'IN', 'ANY');
      const queries = sample(fc.tuple(ids, directions, fc.subarray(relationTypes(graph), { minLength: 5 })), count);
      const nodeFields = queries.map(([id]) => `nodes(ids: ["${id}"])`);
      const actual: Relations[][] = [];
      for (const [index, [, direction, types]] of queries.entries()) {
        const list = `relations(first: 100, direction: ${direction}, types: [${types.join()}]) { totalCount nodes { id } }`;
        actual.push(
          ...(await queryAll<Relations[]>(api, [nodeFields[index] ?? ''], `fragment below on Entity { ${list} }`)),
        );
      }
      const expected = queries.map(([id, direction, types]) => {
        const edges = [
          ...(direction === 'IN' ? [] : graph.outEdges(id)),
          ...(direction === 'OUT' ? [] : graph.inEdges(id)),
        ];
        return edges.filter((edge) => types.includes(graph.getEdgeAttribute(edge, 'type'))).toSorted();
      });
      expect(actual.map(([first]) => first?.relations.totalCount)).toEqual(expected.map(({ length }) => length));
      const pages = actual.map(([first]) => first?.relations.nodes.map(({ id }) => id));
      expect(pages).toEqual(expected.map((list) => list.slice(0, 100)));
    });
  });
}
