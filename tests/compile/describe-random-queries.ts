import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultHttpConfig } from '../../src/http/http-config.js';
import { articleDataset as dataset } from '../setup/article-dataset.js';
import { listen, type Api } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { recording, type RecordingDatabase } from '../setup/recording.js';
import { Evaluator, plainSchema } from './evaluator/evaluate.js';
import { RandomArguments } from './random-arguments.js';
import { randomQuery, type RandomNode } from './random-query.js';
import { writeQuery } from './write-query.js';

// What is drawn may be dear: here it is only to be right.
const http = {
  ...defaultHttpConfig,
  costLimit: Number.MAX_SAFE_INTEGER,
  aliasLimit: 1_000,
  directiveLimit: 1_000,
  depthLimit: 100,
};
const schema = plainSchema();
const evaluator = new Evaluator(schema, dataset);

/** Where the draws begin: a failure names it, with the path to the smallest query that shows it. */
const seed = 20250103;

/** How many queries are drawn of each form. */
export interface Draws {
  /** Each by statements of its own, every one of which Neo4j has to plan. */
  readonly compiled: number;
  /** Of any kind, where what can be interpreted is. */
  readonly interpreted: number;
  /** Such as are interpreted as a whole, which share their statements. */
  readonly plain: number;
  /** How many entities deep these are at most; the others are three. */
  readonly plainDepth: 1 | 3;
  /** The fields of Query that these ask for; default: all. */
  readonly plainRoots?: readonly string[];
}

/** Says that random queries are answered as the evaluator does. */
export function describeRandomQueries(draws: Draws): void {
  const neo4j = sharedNeo4j();
  const compiling = listen(() => neo4j.database, { http, read: { compileAfter: 0 } });
  const all = randomQuery(schema, new RandomArguments(dataset), { maxDepth: 3 });
  // Of a query such as these the whole selection is interpreted.
  const plainArguments = new RandomArguments(dataset, ['slug', 'id', 'ids', 'first', 'lang', 'within']);
  const plain = randomQuery(schema, plainArguments, {
    maxDepth: draws.plainDepth,
    roots: draws.plainRoots,
    leftOut: ['citations', 'degree', 'relations', 'entities', 'edges', 'pageInfo', 'totalCount'],
  });
  let recorded: RecordingDatabase;
  const interpreting = listen(() => (recorded = recording(neo4j.database)), {
    http,
    read: { compileAfter: 1_000_000 },
  });

  describe('Any query is answered as looking through the data files does', () => {
    it('by statements of its own', () => hold(compiling, all, draws.compiled));

    it('by statements that interpret what they can', () => hold(interpreting, all, draws.interpreted));

    it('where all of its selection is interpreted', async () => {
      recorded.taken();
      await hold(interpreting, plain, draws.plain);
      const texts = recorded.taken().map(({ text }) => text);
      const interpreted = texts.filter((text) => text.includes('.leaves'));
      expect(interpreted.length).toBeGreaterThan(draws.plain / 2);
      expect(new Set(interpreted).size).toBeLessThan(interpreted.length / 2);
    });
  });
}

async function hold(api: Api, nodes: Arbitrary<readonly RandomNode[]>, numRuns: number): Promise<void> {
  const queries = fc.tuple(nodes, fc.boolean()).map(([drawn, choice]) => writeQuery(drawn, choice));
  await fc.assert(
    fc.asyncProperty(queries, async ({ query, variables }) => {
      const expected = evaluator.evaluate(query, variables);
      expect(expected.errors).toBeUndefined();
      expect(withoutCursors(await api.ask(query, variables))).toEqual(withoutCursors(expected.data));
    }),
    { numRuns, seed },
  );
}

/** Cursors are opaque: of them only being there is compared. */
function withoutCursors(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (/cursor$/i.test(key) && typeof value === 'string' ? '…' : value)),
  );
}
