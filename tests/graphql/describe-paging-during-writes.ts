import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { projectModel } from '../../src/model/project-model.js';
import { loadDataset } from '../../src/dataset/load-dataset.js';
import type { Database } from '../../src/neo4j/database.js';
import { alter } from '../dataset/stored-graph.js';
import { readSmallDataset } from '../dataset/small-dataset.js';
import { serveApi, type Api } from '../setup/api.js';
import { scratchNeo4j } from '../setup/databases.js';
import { pageFields, slugsOf, type Page } from './connections.js';

/** How often the pages are read, and how many of them there are. */
export interface PagingRun {
  /** How often all pages are read. */
  readonly runs: number;
  /** The number of permanent tools; the writer inserts and deletes others between them. */
  readonly tools: number;
}

/** Tests that pagination neither skips nor repeats an entity while another client writes. */
export function describePagingDuringWrites({ runs, tools }: PagingRun): void {
  const permanentSlugs = Array.from({ length: tools }, (_, index) => `tool-${padIndex(index * 10)}`);
  const neo4j = scratchNeo4j();
  const api = serveApi(() => neo4j.database, { read: { executor: 'jit', isCacheEnabled: false } });

  beforeAll(async () => {
    await loadDataset(neo4j.database, projectModel(), await readSmallDataset());
  });

  it('returns each permanent entity exactly once, forwards and backwards, while another client inserts and deletes', async () => {
    const property = fc.asyncProperty(
      drawTraversal(tools * 10),
      async ({ size, sizeArgument, direction, transientIndexes }) => {
        await alter(neo4j.database, 'MATCH (tool:Tool) DETACH DELETE tool');
        await add(neo4j.database, permanentSlugs);
        const writer = startWriter(neo4j.database, transientIndexes.map(transientSlug));
        const slugs = await readAllPages(api, { size, sizeArgument, direction }, writer.nextWrite);
        await writer.stop();
        const permanentSeen = slugs.filter((slug) => !slug.endsWith('transient'));
        expect(permanentSeen).toEqual(direction === 'ASC' ? permanentSlugs : permanentSlugs.toReversed());
        const sortedSlugs = slugs.toSorted();
        expect(slugs).toEqual(direction === 'ASC' ? sortedSlugs : sortedSlugs.toReversed());
      },
    );
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
  });
}

interface Traversal {
  readonly size: number;
  readonly sizeArgument: string;
  readonly direction: string;
}

/** Draws how to read the pages, and the indexes below a maximum at which the writer inserts transient tools. */
function drawTraversal(maxIndex: number): fc.Arbitrary<Traversal & { readonly transientIndexes: number[] }> {
  return fc.record({
    size: fc.integer({ min: 1, max: 9 }),
    sizeArgument: fc.constantFrom('first', 'last'),
    direction: fc.constantFrom('ASC', 'DESC'),
    transientIndexes: fc.uniqueArray(fc.integer({ min: 0, max: maxIndex - 1 }), { minLength: 20, maxLength: 40 }),
  });
}

function padIndex(index: number): string {
  return String(index).padStart(4, '0');
}

function transientSlug(index: number): string {
  return `tool-${padIndex(index)}-transient`;
}

interface Writer {
  /** Resolves after the next write. */
  readonly nextWrite: () => Promise<void>;
  stop(): Promise<void>;
}

/** Inserts and deletes tools until it is stopped, each write in its own transaction. */
function startWriter(database: Database, slugs: readonly string[]): Writer {
  let isStopped = false;
  const waiters: (() => void)[] = [];
  const write = async (): Promise<void> => {
    for (let index = 0; !isStopped; index = (index + 3) % slugs.length) {
      await add(database, slugs.slice(index, index + 3));
      await remove(database, slugs.slice(Math.max(0, index - 6), Math.max(0, index - 3)));
      for (const notify of waiters.splice(0)) notify();
    }
  };
  const loop = write();
  return {
    nextWrite: () =>
      new Promise((resolve, reject) => {
        waiters.push(resolve);
        loop.catch(reject);
      }),
    stop: async () => {
      isStopped = true;
      await loop;
    },
  };
}

/** Reads all pages, with at least one write between two of them. */
async function readAllPages(
  api: Api,
  { size, sizeArgument, direction }: Traversal,
  nextWrite: Writer['nextWrite'],
): Promise<string[]> {
  const cursorArgument = sizeArgument === 'first' ? 'after' : 'before';
  const query = `query ($cursor: String) {
    tools(${sizeArgument}: ${size}, ${cursorArgument}: $cursor, orderBy: [{ field: NAME, direction: ${direction} }]) ${pageFields}
  }`;
  const slugs: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const { tools } = await api.query<{ tools: Page }>(query, { cursor });
    await nextWrite();
    const { hasNextPage, hasPreviousPage, endCursor, startCursor } = tools.pageInfo;
    if (sizeArgument === 'first') slugs.push(...slugsOf(tools));
    else slugs.unshift(...slugsOf(tools));
    cursor = sizeArgument === 'first' ? (hasNextPage ? endCursor : null) : hasPreviousPage ? startCursor : null;
  }
  return slugs;
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
