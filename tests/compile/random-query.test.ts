import fc from 'fast-check';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.js';
import { defaultHttpConfig } from '../../src/http/http-config.js';
import { packageRoot } from '../../src/paths.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { Evaluator, plainSchema } from './evaluator/evaluate.js';
import { RandomArguments } from './random-arguments.js';
import { randomQuery } from './random-query.js';
import { writeQuery } from './write-query.js';

const neo4j = sharedNeo4j();
// What is drawn may be dear: here it is only to be right.
const http = {
  ...defaultHttpConfig,
  costLimit: Number.MAX_SAFE_INTEGER,
  aliasLimit: 1_000,
  directiveLimit: 1_000,
  depthLimit: 100,
};
const api = listen(() => neo4j.database, { http });
const dataset = await readDataset(join(packageRoot, 'data'));
const schema = plainSchema();
const evaluator = new Evaluator(schema, dataset);
const queries = fc
  .tuple(randomQuery(schema, new RandomArguments(dataset)), fc.boolean())
  .map(([nodes, choice]) => writeQuery(nodes, choice));

/** Where the draws begin: a failure names it, with the path to the smallest query that shows it. */
const seed = 20250103;

it('answers any query as looking through the data files does', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(queries, async ({ query, variables }) => {
      const expected = evaluator.evaluate(query, variables);
      expect(expected.errors).toBeUndefined();
      expect(withoutCursors(await api.ask(query, variables))).toEqual(withoutCursors(expected.data));
    }),
    { numRuns: 150, seed },
  );
});

/** Cursors are opaque: of them only being there is compared. */
function withoutCursors(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (/cursor$/i.test(key) && typeof value === 'string' ? '…' : value)),
  );
}
