import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import { alter } from '../dataset/graph.js';
import { readSmallDataset } from '../dataset/data-folder.js';
import { listen } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { pageFields, slugsOf, type Page } from './connections.js';

const neo4j = scratchNeo4j();
const api = listen(() => neo4j.database, { read: { executor: 'jit', compileAfter: 0, cache: false } });

/** The tools that are there throughout; between any two of them others come and go. */
const lasting = Array.from({ length: 60 }, (_, place) => `tool-${String(place * 10).padStart(4, '0')}`);

beforeAll(async () => {
  await loadDataset(neo4j.database, await readSmallDataset());
}, 120_000);

it(
  'shows each entity that is there throughout exactly once, either way, while another client inserts and deletes',
  { timeout: 240_000 },
  async () => {
    const walks = fc.record({
      size: fc.integer({ min: 1, max: 9 }),
      way: fc.constantFrom('first', 'last'),
      direction: fc.constantFrom('ASC', 'DESC'),
      passing: fc.uniqueArray(fc.integer({ min: 0, max: 599 }), { minLength: 20, maxLength: 40 }),
    });
    const holds = fc.asyncProperty(walks, async ({ size, way, direction, passing }) => {
      await clear();
      await add(lasting);
      const writer = keepWriting(passing.map((place) => `tool-${String(place).padStart(4, '0')}-passing`));
      const seen = await walk(size, way, direction, writer.written);
      await writer.stop();
      const stayed = seen.filter((slug) => !slug.endsWith('passing'));
      expect(stayed).toEqual(direction === 'ASC' ? lasting : lasting.toReversed());
      const order = seen.toSorted();
      expect(seen).toEqual(direction === 'ASC' ? order : order.toReversed());
    });
    await fc.assert(holds, { numRuns: Number(process.env['RUNS'] ?? 8), endOnFailure: true });
  },
);

interface Writer {
  /** Resolves once more has been inserted and deleted than at the time of the call. */
  readonly written: () => Promise<void>;
  stop(): Promise<void>;
}

/** Inserts and deletes as long as the walk goes on, each in a transaction of its own. */
function keepWriting(slugs: readonly string[]): Writer {
  let isStopped = false;
  const waiting: (() => void)[] = [];
  const write = async (): Promise<void> => {
    for (let place = 0; !isStopped; place = (place + 3) % slugs.length) {
      await add(slugs.slice(place, place + 3));
      await remove(slugs.slice(Math.max(0, place - 6), Math.max(0, place - 3)));
      for (const goOn of waiting.splice(0)) goOn();
    }
  };
  const writing = write();
  return {
    written: () =>
      new Promise((resolve, reject) => {
        waiting.push(resolve);
        writing.catch(reject);
      }),
    stop: async () => {
      isStopped = true;
      await writing;
    },
  };
}

/** Walks all pages; between any two of them something is written. */
async function walk(size: number, way: string, direction: string, written: Writer['written']): Promise<string[]> {
  const bound = way === 'first' ? 'after' : 'before';
  const text = `query ($cursor: String) {
    tools(${way}: ${size}, ${bound}: $cursor, orderBy: [{ field: NAME, direction: ${direction} }]) ${pageFields}
  }`;
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { tools } = await api.ask<{ tools: Page }>(text, { cursor });
    await written();
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = tools.pageInfo;
    if (way === 'first') seen.push(...slugsOf(tools));
    else seen.unshift(...slugsOf(tools));
    cursor = way === 'first' ? (hasNextPage ? endCursor : null) : hasPreviousPage ? startCursor : null;
  }
  return seen;
}

function add(slugs: readonly string[]): Promise<void> {
  return alter(
    neo4j.database,
    `UNWIND ${JSON.stringify(slugs)} AS slug MERGE (tool:Entity:Tool {id: 'Tool:' + slug})
     SET tool += {slug: slug, name: slug, nameKey: slug, sortKey: slug, sortName: slug}`,
  );
}

function remove(slugs: readonly string[]): Promise<void> {
  return alter(neo4j.database, `MATCH (tool:Tool) WHERE tool.slug IN ${JSON.stringify(slugs)} DETACH DELETE tool`);
}

function clear(): Promise<void> {
  return alter(neo4j.database, 'MATCH (tool:Tool) DETACH DELETE tool');
}
