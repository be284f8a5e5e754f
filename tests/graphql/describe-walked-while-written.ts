import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Database } from '../../src/neo4j/database.js';
import { alter } from '../dataset/graph.js';
import { readSmallDataset } from '../dataset/data-folder.js';
import { listen, type Api } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { pageFields, slugsOf, type Page } from './connections.js';

/** How often the pages are read, and how many of them there are. */
export interface Amount {
  /** How often all pages are read. */
  readonly walks: number;
  /** The number of permanent tools; the writer inserts and deletes others between them. */
  readonly tools: number;
}

/** Tests that pagination neither skips nor repeats an entity while another client writes. */
export function describeWalkedWhileWritten({ walks, tools }: Amount): void {
  const lasting = Array.from({ length: tools }, (_, index) => `tool-${placeOf(index * 10)}`);
  const neo4j = scratchNeo4j();
  const api = listen(() => neo4j.database, { read: { executor: 'jit', cache: false } });

  beforeAll(async () => {
    await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  });

  it('returns each permanent entity exactly once, forwards and backwards, while another client inserts and deletes', async () => {
    const holds = fc.asyncProperty(drawWay(tools * 10), async ({ size, sizeArgument, direction, transientIndexes }) => {
      await alter(neo4j.database, 'MATCH (tool:Tool) DETACH DELETE tool');
      await add(neo4j.database, lasting);
      const writer = keepWriting(neo4j.database, transientIndexes.map(nameOf));
      const seen = await walk(api, { size, sizeArgument, direction }, writer.written);
      await writer.stop();
      const stayed = seen.filter((slug) => !slug.endsWith('transient'));
      expect(stayed).toEqual(direction === 'ASC' ? lasting : lasting.toReversed());
      const order = seen.toSorted();
      expect(seen).toEqual(direction === 'ASC' ? order : order.toReversed());
    });
    await fc.assert(holds, { numRuns: walks, endOnFailure: true });
  });
}

interface Way {
  readonly size: number;
  readonly sizeArgument: string;
  readonly direction: string;
}

/** Draws how to read the pages, and the indexes below a maximum at which the writer inserts transient tools. */
function drawWay(places: number): fc.Arbitrary<Way & { readonly transientIndexes: number[] }> {
  return fc.record({
    size: fc.integer({ min: 1, max: 9 }),
    sizeArgument: fc.constantFrom('first', 'last'),
    direction: fc.constantFrom('ASC', 'DESC'),
    transientIndexes: fc.uniqueArray(fc.integer({ min: 0, max: places - 1 }), { minLength: 20, maxLength: 40 }),
  });
}

function placeOf(place: number): string {
  return String(place).padStart(4, '0');
}

function nameOf(place: number): string {
  return `tool-${placeOf(place)}-transient`;
}

interface Writer {
  /** Resolves after the next write. */
  readonly written: () => Promise<void>;
  stop(): Promise<void>;
}

/** Inserts and deletes tools until it is stopped, each write in its own transaction. */
function keepWriting(database: Database, slugs: readonly string[]): Writer {
  let isStopped = false;
  const waiting: (() => void)[] = [];
  const write = async (): Promise<void> => {
    for (let place = 0; !isStopped; place = (place + 3) % slugs.length) {
      await add(database, slugs.slice(place, place + 3));
      await remove(database, slugs.slice(Math.max(0, place - 6), Math.max(0, place - 3)));
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

/** Reads all pages, with at least one write between two of them. */
async function walk(api: Api, { size, sizeArgument, direction }: Way, written: Writer['written']): Promise<string[]> {
  const bound = sizeArgument === 'first' ? 'after' : 'before';
  const text = `query ($cursor: String) {
    tools(${sizeArgument}: ${size}, ${bound}: $cursor, orderBy: [{ field: NAME, direction: ${direction} }]) ${pageFields}
  }`;
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { tools } = await api.ask<{ tools: Page }>(text, { cursor });
    await written();
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = tools.pageInfo;
    if (sizeArgument === 'first') seen.push(...slugsOf(tools));
    else seen.unshift(...slugsOf(tools));
    cursor = sizeArgument === 'first' ? (hasNextPage ? endCursor : null) : hasPreviousPage ? startCursor : null;
  }
  return seen;
}

function add(database: Database, slugs: readonly string[]): Promise<void> {
  return alter(
    database,
    `UNWIND $slugs AS slug MERGE (tool:AigcAtlas:Entity:Tool {id: 'Tool:' + slug})
     SET tool += {slug: slug, name: slug, nameKey: slug, sortKey: slug, sortName: slug}`,
    { slugs },
  );
}

function remove(database: Database, slugs: readonly string[]): Promise<void> {
  return alter(database, 'MATCH (tool:Tool) WHERE tool.slug IN $slugs DETACH DELETE tool', { slugs });
}
