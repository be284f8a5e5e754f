import { beforeAll, describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../../src/http/http-config.js';
import { serveApi } from '../../setup/api.js';
import { sharedNeo4j } from '../../setup/databases.js';
import { filesGraph as graph } from './files-graph.js';
import {
  queryAll,
  queryInOneOperation,
  maxFieldsPerOperation,
  formatPathsArguments,
  generatePathsQueries,
  type PathsQuery,
} from './queries.js';
import { shortestPaths, shortestLength, buildStepGraph } from './shortest-paths.js';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly status: string;
  readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[];
}

interface Path {
  readonly length: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly relations: readonly Relation[];
}

const pathFragment = `fragment below on Path {
  length nodes { id } relations { id type source target status citations { chapter paragraph } }
}`;
const seed = 20261124;
const maxPaths = 25;

// Lift the limits of cost and time, which other tests cover.
const http = { ...defaultHttpConfig, costLimit: Number.MAX_SAFE_INTEGER, operationTimeoutMs: 200_000 };

/** Tests the paths between `count` random pairs of entities against the data files. */
export function describePaths(count: number): void {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database, { http });
  const cases = generatePathsQueries(graph, count, seed).map((query) => {
    const steps = buildStepGraph(graph, query);
    const { from, to, maxLength } = query;
    return { query, steps, expectedPaths: shortestPaths(steps, from, to, maxLength, maxPaths) };
  });
  const fields = cases.map(({ query }) => `paths(${formatPathsArguments(query)}, first: ${maxPaths})`);
  const results: Path[][] = [];

  beforeAll(async () => {
    results.push(...(await queryAll<Path[]>(api, fields, pathFragment)));
  });

  describe(`The paths between ${count} random pairs, with the seed ${seed},`, () => {
    it('exist for some pairs and not for others, often enough for a meaningful test', () => {
      const connected = cases.filter(({ expectedPaths }) => expectedPaths.length > 0);
      expect(connected.length).toBeGreaterThan(count * 0.3);
      expect(cases.length - connected.length).toBeGreaterThan(count / 10);
      expect(connected.filter(({ expectedPaths }) => expectedPaths.length > maxPaths).length).toBeGreaterThan(
        count / 10,
      );
      expect(connected.filter(({ query }) => query.direction !== 'ANY').length).toBeGreaterThan(count / 10);
    });

    it('start with the shortest length that graphology computes', () => {
      const mismatches = cases.filter(({ query, steps }, index) => {
        const length = shortestLength(steps, query.from, query.to);
        const isInReach = length !== undefined && length > 0 && length <= query.maxLength;
        return results[index]?.[0]?.length !== (isInReach ? length : undefined);
      });
      expect(mismatches.map(({ query }) => query)).toEqual([]);
    });

    it('are those of a plain enumeration, in the same number and order', () => {
      const relationIds = results.map((paths) => paths.map(({ relations }) => relations.map(({ id }) => id)));
      const mismatches = cases.filter(
        ({ expectedPaths }, index) =>
          JSON.stringify(relationIds[index]) !==
          JSON.stringify(expectedPaths.slice(0, maxPaths).map(({ relations }) => relations)),
      );
      expect(mismatches.map(({ query }) => query)).toEqual([]);
    });

    it('match the data files in every step', () => {
      const faults = cases.flatMap(({ query }, index) =>
        (results[index] ?? []).flatMap((path) => findFaults(path, query)),
      );
      expect(faults).toEqual([]);
    });

    it('are the same if one operation requests several', async () => {
      const combined = await queryInOneOperation<Path[]>(api, fields.slice(0, maxFieldsPerOperation), pathFragment);
      expect(combined).toEqual(results.slice(0, maxFieldsPerOperation));
    });

    it('are the first of these if fewer are requested', async () => {
      const sizes = cases.map((_, index) => [1, 1, 2, 5][index % 4] ?? 1);
      const fewerFields = cases.map(
        ({ query }, index) => `paths(${formatPathsArguments(query)}, first: ${sizes[index]})`,
      );
      const fewerPaths = await queryAll<Path[]>(api, fewerFields, pathFragment);
      expect(fewerPaths).toEqual(results.map((paths, index) => paths.slice(0, sizes[index])));
    });
  });
}

function findFaults({ length, nodes, relations }: Path, query: PathsQuery): string[] {
  const { from, to, maxLength, types, exclude, direction } = query;
  const ids = nodes.map(({ id }) => id);
  const checks: [boolean, string][] = [
    [ids[0] === from && ids.at(-1) === to, 'must connect the start with the end'],
    [new Set(ids).size === ids.length, 'must not repeat an entity'],
    [
      length === relations.length && ids.length === length + 1 && length <= maxLength,
      'must have its stated length within maxLength',
    ],
    ...relations.flatMap((relation, index): [boolean, string][] => {
      const { id, type, source, target, status, citations } = relation;
      if (!graph.hasEdge(id)) return [[false, `${id} must be in the data files`]];
      const expected = graph.getEdgeAttributes(id);
      const isForward = ids[index] === source && ids[index + 1] === target;
      const isBackward = ids[index] === target && ids[index + 1] === source;
      return [
        [graph.source(id) === source && graph.target(id) === target, `${id} must have the ends of the data files`],
        [
          (isForward && direction !== 'IN') || (isBackward && direction !== 'OUT'),
          `${id} must be followed in the requested direction`,
        ],
        [type === expected.type && (types?.includes(type) ?? true), `${id} must have a requested type`],
        [status === expected.status && !exclude.includes(status), `${id} must have a status that is not excluded`],
        [
          citations.map(formatCitation).join() === expected.citations.join(),
          `${id} must have the citations of the data files`,
        ],
      ];
    }),
  ];
  return checks.filter(([isMet]) => !isMet).map(([, fault]) => `${JSON.stringify(query)}: ${fault}`);
}

function formatCitation({ chapter, paragraph }: Relation['citations'][number]): string {
  return `${chapter}.${paragraph}`;
}
