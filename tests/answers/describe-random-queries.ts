import fc from 'fast-check';
import { describe, it } from 'vitest';
import { articleDataset as dataset } from '../setup/article-dataset.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';
import { describeWithRedis, startRedis } from '../setup/redis.js';
import { changeDataset } from './change-dataset.js';
import { generateTestCases, type TestCase, type TestCaseLimits } from './generate-test-cases.js';
import { Evaluator, buildModelSchema } from './evaluator/evaluate.js';
import { combinedMode, modes, sharedCacheMode, type Mode } from './modes.js';
import { runTestCaseWithWrites } from './run-with-writes.js';
import { runTestCase } from './run-test-case.js';

/** How many random test cases to generate, and how large. */
export interface RandomQueryOptions extends TestCaseLimits {
  /** The number of test cases that run in each mode. */
  readonly cases: number;
  /** The number of test cases during which the data changes. */
  readonly writes: number;
  /** The seed of the generator; a failure reports it with the path to the smallest failing case. */
  readonly seed: number;
}

/** The maximum number of attempts to shrink a failing case; a case with writes takes seconds. */
const maxShrinks = { cases: 300, writes: 30 };

const title = 'A response depends only on its request and the data';

/** Tests that every response equals the evaluator's, whatever the server and whatever other requests it handles. */
export async function describeRandomQueries({ cases, writes, seed, ...size }: RandomQueryOptions): Promise<void> {
  const redis = await startRedis();
  const schema = buildModelSchema();
  const evaluator = new Evaluator(schema, dataset);
  const testCases = generateTestCases(schema, dataset, size);
  const check = async (
    run: (testCase: TestCase) => Promise<void>,
    numRuns: number,
    maxShrinkSteps: number,
  ): Promise<void> => fc.assert(fc.asyncProperty(fc.limitShrink(testCases, maxShrinkSteps), run), { numRuns, seed });

  const neo4j = sharedNeo4j();
  const checkMode = (mode: Mode): Promise<void> =>
    check((testCase) => runTestCase(testCase, mode, neo4j.database, evaluator), cases, maxShrinks.cases);
  const sharedCache = sharedCacheMode(redis);
  describe(title, () =>
    it.each(modes.map((mode) => [mode.title, mode] as const))('%s', (_title, mode) => checkMode(mode)),
  );
  describeWithRedis(title, () => it(sharedCache.title, () => checkMode(sharedCache)));

  describeWithRedis(title, () => {
    const scratch = scratchNeo4j();
    const combined = combinedMode(redis);
    const changedDataset = changeDataset(dataset);
    const editions = [
      { dataset, evaluator },
      { dataset: changedDataset, evaluator: new Evaluator(schema, changedDataset) },
    ] as const;
    it(combined.title, () =>
      check((testCase) => runTestCaseWithWrites(testCase, combined, scratch, editions), writes, maxShrinks.writes),
    );
  });
}
