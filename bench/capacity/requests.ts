import { withDatabase } from '../graph/load-graph.js';
import { createRandom } from '../graph/random.js';
import { createCaseContext } from '../measure/measure-graph.js';
import type { StartedNeo4j } from '../neo4j/bench-neo4j.js';
import { filter } from '../work/filter.js';
import { levels } from '../work/levels.js';
import { point } from '../work/point.js';
import { neighborhood, path, search } from '../work/traversals.js';
import type { WorkItem } from '../work/work-item.js';
import type { KeptGraph } from './kept-graph.js';
import { defaultMix, drawWork, type WorkName } from '../../scripts/simulate/mix.js';

/** The work items of the mix. */
const items: Readonly<Record<WorkName, WorkItem>> = { point, levels, filter, search, path, neighborhood };

/** The bodies of many different requests, by work item. */
export type Bodies = Readonly<Record<WorkName, readonly string[]>>;

/** Creates the bodies of the requests of a graph. */
export async function createBodies({ name, sample }: KeptGraph, { target }: StartedNeo4j): Promise<Bodies> {
  return withDatabase({ target }, async (database) => {
    const context = createCaseContext(name, { sample }, database, []);
    const bodies: Partial<Record<WorkName, string[]>> = {};
    for (const [work, item] of Object.entries(items) as [WorkName, WorkItem][]) {
      const cases = await item.cases(context, 0);
      bodies[work] = cases.map(({ requests }) => JSON.stringify(requests.ours));
    }
    return bodies as Bodies; // one for each work item
  });
}

/** Draws requests of the mix. The same seed gives the same requests. */
export function drawMix(bodies: Bodies, count: number, seed: number): string[] {
  const random = createRandom(11, seed);
  return Array.from({ length: count }, () => {
    const candidates = bodies[drawWork(defaultMix, random)];
    return candidates[random.integerBelow(candidates.length)] ?? '';
  });
}
