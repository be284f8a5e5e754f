import { beforeAll, describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../../src/http/http-config.js';
import { listen } from '../../setup/api.js';
import { sharedNeo4j } from '../../setup/databases.js';
import { filesGraph as graph } from './files-graph.js';
import {
  askAll,
  askInOneOperation,
  fieldsPerOperation,
  pathsArguments,
  pathsQuestions,
  type PathsQuestion,
} from './questions.js';
import { firstWalks, shortestLength, stepsOf } from './walks.js';

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

const below = `fragment below on Path {
  length nodes { id } relations { id type source target status citations { chapter paragraph } }
}`;
const seed = 20261124;
const most = 25;

// Lift the limits of cost and time, which other tests cover.
const http = { ...defaultHttpConfig, costLimit: Number.MAX_SAFE_INTEGER, operationTimeoutMs: 200_000 };

/** Tests the paths between `count` random pairs of entities against the data files. */
export function describeWalks(count: number): void {
  const neo4j = sharedNeo4j();
  const api = listen(() => neo4j.database, { http });
  const questions = pathsQuestions(graph, count, seed).map((query) => {
    const steps = stepsOf(graph, query);
    const { from, to, maxLength } = query;
    return { query, steps, expectedPaths: firstWalks(steps, from, to, maxLength, most) };
  });
  const fields = questions.map(({ query }) => `paths(${pathsArguments(query)}, first: ${most})`);
  const answers: Path[][] = [];

  beforeAll(async () => {
    answers.push(...(await askAll<Path[]>(api, fields, below)));
  });

  describe(`The paths between ${count} random pairs, with the seed ${seed},`, () => {
    it('exist for some pairs and not for others, often enough for a meaningful test', () => {
      const joined = questions.filter(({ expectedPaths }) => expectedPaths.length > 0);
      expect(joined.length).toBeGreaterThan(count * 0.3);
      expect(questions.length - joined.length).toBeGreaterThan(count / 10);
      expect(joined.filter(({ expectedPaths }) => expectedPaths.length > most).length).toBeGreaterThan(count / 10);
      expect(joined.filter(({ query }) => query.direction !== 'ANY').length).toBeGreaterThan(count / 10);
    });

    it('start with the shortest length that graphology computes', () => {
      const wrong = questions.filter(({ query, steps }, index) => {
        const length = shortestLength(steps, query.from, query.to);
        const isNear = length !== undefined && length > 0 && length <= query.maxLength;
        return answers[index]?.[0]?.length !== (isNear ? length : undefined);
      });
      expect(wrong.map(({ query }) => query)).toEqual([]);
    });

    it('are those of a plain enumeration, in the same number and order', () => {
      const found = answers.map((paths) => paths.map(({ relations }) => relations.map(({ id }) => id)));
      const wrong = questions.filter(
        ({ expectedPaths }, index) =>
          JSON.stringify(found[index]) !==
          JSON.stringify(expectedPaths.slice(0, most).map(({ relations }) => relations)),
      );
      expect(wrong.map(({ query }) => query)).toEqual([]);
    });

    it('match the data files in every step', () => {
      const faults = questions.flatMap(({ query }, index) =>
        (answers[index] ?? []).flatMap((path) => faultsOf(path, query)),
      );
      expect(faults).toEqual([]);
    });

    it('are the same if one operation requests several', async () => {
      const inOne = await askInOneOperation<Path[]>(api, fields.slice(0, fieldsPerOperation), below);
      expect(inOne).toEqual(answers.slice(0, fieldsPerOperation));
    });

    it('are the first of these if fewer are requested', async () => {
      const sizes = questions.map((_, index) => [1, 1, 2, 5][index % 4] ?? 1);
      const fewer = questions.map(({ query }, index) => `paths(${pathsArguments(query)}, first: ${sizes[index]})`);
      const some = await askAll<Path[]>(api, fewer, below);
      expect(some).toEqual(answers.map((paths, index) => paths.slice(0, sizes[index])));
    });
  });
}

function faultsOf({ length, nodes, relations }: Path, query: PathsQuestion): string[] {
  const { from, to, maxLength, types, exclude, direction } = query;
  const ids = nodes.map(({ id }) => id);
  const checks: [boolean, string][] = [
    [ids[0] === from && ids.at(-1) === to, 'must connect the start with the end'],
    [new Set(ids).size === ids.length, 'must not repeat an entity'],
    [
      length === relations.length && ids.length === length + 1 && length <= maxLength,
      'must have its stated length within maxLength',
    ],
    ...relations.flatMap((relation, place): [boolean, string][] => {
      const { id, type, source, target, status, citations } = relation;
      if (!graph.hasEdge(id)) return [[false, `${id} must be in the data files`]];
      const fact = graph.getEdgeAttributes(id);
      const along = ids[place] === source && ids[place + 1] === target;
      const against = ids[place] === target && ids[place + 1] === source;
      return [
        [graph.source(id) === source && graph.target(id) === target, `${id} must have the ends of the data files`],
        [
          (along && direction !== 'IN') || (against && direction !== 'OUT'),
          `${id} must be followed in the requested direction`,
        ],
        [type === fact.type && (types?.includes(type) ?? true), `${id} must have a requested type`],
        [status === fact.status && !exclude.includes(status), `${id} must have a status that is not excluded`],
        [citations.map(placeOf).join() === fact.citations.join(), `${id} must have the citations of the data files`],
      ];
    }),
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => `${JSON.stringify(query)}: ${fault}`);
}

function placeOf({ chapter, paragraph }: Relation['citations'][number]): string {
  return `${chapter}.${paragraph}`;
}
