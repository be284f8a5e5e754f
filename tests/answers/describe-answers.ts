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

/** How much is drawn. */
export interface Draws extends CaseSize {
  /** How many cases are played in each mode. */
  readonly cases: number;
  /** In how many cases the data change meanwhile. */
  readonly writes: number;
  /** Where the draws begin; a failure names it, with the path to the smallest case that shows it. */
  readonly seed: number;
}

/** Among how many smaller cases that of a failure is looked for; with writes each takes seconds. */
const maxShrinks = { cases: 300, writes: 30 };

const title = 'An answer depends on its request and the data alone';

/** Says that every answer is the evaluator's, whatever was asked before and beside it, and whoever is asked. */
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
