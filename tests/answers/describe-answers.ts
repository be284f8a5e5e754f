import fc from 'fast-check';
import { describe, it } from 'vitest';
import { articleDataset as dataset } from '../setup/article-dataset.js';
import { scratchNeo4j, sharedNeo4j } from '../setup/databases.js';
import { describeWithRedis, startRedis } from '../setup/redis.js';
import { changedDataset } from './changed-dataset.js';
import { drawnCase, type Case, type CaseSize } from './draw-case.js';
import { Evaluator, plainSchema } from './evaluator/evaluate.js';
import { everyMode, modes, sharingMode, type Mode } from './modes.js';
import { playWrites } from './play-writes.js';
import { play } from './play.js';

/** How many random test cases to generate, and how large. */
export interface Draws extends CaseSize {
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
export async function describeAnswers({ cases, writes, seed, ...size }: Draws): Promise<void> {
  const redis = await startRedis();
  const schema = plainSchema();
  const evaluator = new Evaluator(schema, dataset);
  const drawn = drawnCase(schema, dataset, size);
  const hold = async (run: (one: Case) => Promise<void>, numRuns: number, shrinks: number): Promise<void> =>
    fc.assert(fc.asyncProperty(fc.limitShrink(drawn, shrinks), run), { numRuns, seed });

  const neo4j = sharedNeo4j();
  const holdIn = (mode: Mode): Promise<void> =>
    hold((one) => play(one, mode, neo4j.database, evaluator), cases, maxShrinks.cases);
  const sharing = sharingMode(redis);
  describe(title, () =>
    it.each(modes.map((mode) => [mode.title, mode] as const))('%s', (_title, mode) => holdIn(mode)),
  );
  describeWithRedis(title, () => it(sharing.title, () => holdIn(sharing)));

  describeWithRedis(title, () => {
    const own = scratchNeo4j();
    const every = everyMode(redis);
    const other = changedDataset(dataset);
    const editions = [
      { dataset, evaluator },
      { dataset: other, evaluator: new Evaluator(schema, other) },
    ] as const;
    it(every.title, () => hold((one) => playWrites(one, every, own, editions), writes, maxShrinks.writes));
  });
}
