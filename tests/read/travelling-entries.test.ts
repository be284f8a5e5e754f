import { beforeEach, describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { HeldDatabase } from './held-database.js';

const names = ['OpenAI', 'Baidu', 'Google', 'Adobe', 'NVIDIA', 'IBM', 'Tencent', 'Alibaba', 'Canva', 'DeepMind'];
// More than a statement may be under way in batches of one, be they slow.
const slugs = ['openai', 'baidu', 'google', 'adobe', 'nvidia', 'ibm', 'tencent', 'alibaba', 'canva', 'kakao', 'naver'];
const ids = slugs.map((slug) => `Company:${slug}`);

const shared = sharedNeo4j();
const held = new HeldDatabase(() => shared.database, read);
const { sent } = held;
/** How many of a batch's rows come before it fails; none of them fails where it is absent. */
let arriving: ((size: number) => number) | undefined;

const api = listen(() => held.database, {
  read: { executor: 'jit', compileAfter: 0, cache: false },
});

async function read(statement: Statement): Promise<Row[]> {
  if (sizeOf(statement) <= 1 || arriving === undefined) return shared.database.read(statement);
  let left = arriving(sizeOf(statement));
  const onRow = (row: Row): void => {
    if ((left -= 1) >= 0) statement.onRow?.(row);
  };
  await shared.database.read({ ...statement, onRow });
  throw new AtlasError('DATABASE_TIMEOUT', 'It must end in time; it did not.');
}

function sizeOf({ requestIds = [] }: Statement): number {
  return requestIds.length;
}

/** What each answers by itself, and what all answer when they are asked at once. */
async function alone<T>(
  questions: readonly (readonly [query: string, variables: Record<string, unknown>])[],
): Promise<[T[], T[]]> {
  const apart: T[] = [];
  for (const [query, variables] of questions) apart.push(await api.ask<T>(query, variables));
  return [apart, await held.together(api, () => questions.map(([query, variables]) => api.ask<T>(query, variables)))];
}

/**
 * Says that all answer the same at once as by themselves; again until some have gone together, because a busy computer
 * makes Neo4j seem slow, and then each goes by itself.
 */
async function expectSameTogether(questions: Parameters<typeof alone>[0]): Promise<void> {
  const attempts: [unknown[], unknown[]][] = [];
  const largest = async (): Promise<number> => {
    attempts.push(await alone(questions));
    return Math.max(...sent.map(sizeOf));
  };
  await expect.poll(largest).toBeGreaterThan(1);
  for (const [apart, together] of attempts) expect(together).toEqual(apart);
}

beforeEach(() => {
  arriving = undefined;
});

describe('Searches', () => {
  const query = 'query ($text: String!) { search(text: $text, first: 3) { totalCount nodes { id } edges { cursor } } }';
  const questions = names.map((text) => [query, { text }] as const);

  it('travel together, each with its own words and its own cursors', async () => {
    await expectSameTogether(questions);
    expect(Math.max(...sent.map(sizeOf))).toBeLessThanOrEqual(8);
  });

  it.each([
    ['one has', () => 1],
    ['all but one have', (size: number) => size - 1],
  ])('are asked for again, each by itself, when their batch fails before they arrive, and %s', async (_how, some) => {
    arriving = some;
    await expectSameTogether(questions);
    const batches = sent.map(sizeOf).filter((size) => size > 1);
    // Who has arrived does not go again; all others go alone, be it from the start.
    const arrived = batches.reduce((sum, size) => sum + some(size), 0);
    expect(sent.length - batches.length).toBe(names.length - arrived);
  });
});

describe('Completions', () => {
  it('travel together, each with its own beginning', async () => {
    const query = 'query ($prefix: String!) { suggest(prefix: $prefix) { text hint } }';
    await expectSameTogether(names.map((name) => [query, { prefix: name.slice(0, 3) }] as const));
  });
});

describe('Neighbourhoods', () => {
  const query = `query ($id: ID!, $depth: Int!) {
    neighborhood(ids: [$id], depth: $depth, limit: 50) { nodes { id } links { id } truncated }
  }`;

  it('that are near travel together, each around its own entity', async () => {
    await expectSameTogether(ids.map((id) => [query, { id, depth: 2 }] as const));
    expect(Math.max(...sent.map(sizeOf))).toBeLessThanOrEqual(4);
  });

  it('that reach further go alone', async () => {
    await alone(ids.map((id) => [query, { id, depth: 3 }] as const));
    expect(sent.map(sizeOf)).toEqual(ids.map(() => 1));
  });
});

describe('Walks', () => {
  it('are found once where several ask for the same', async () => {
    const query = 'query ($from: ID!) { paths(from: $from, to: "Region:europe") { length } }';
    const ask = (): Promise<unknown> => api.ask(query, { from: 'Company:openai' });
    const found = await held.together(api, () => Array.from({ length: 5 }, ask));
    expect(new Set(found.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(sent.length).toBe(1);
  });

  it('go alone, because nothing bounds how many of them Neo4j compares', async () => {
    const query = 'query ($from: ID!) { paths(from: $from, to: "Region:asia") { length } }';
    await alone(ids.map((from) => [query, { from }] as const));
    expect(sent.map(sizeOf)).toEqual(ids.map(() => 1));
  });
});
