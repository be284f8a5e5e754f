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
/** Whether every statement fails that answers several requests. */
let doBatchesFail = false;

const api = listen(() => held.database, {
  read: { executor: 'jit', cache: false },
});

async function read(statement: Statement): Promise<Row[]> {
  if (sizeOf(statement) <= 1 || !doBatchesFail) return shared.database.read(statement);
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
  doBatchesFail = false;
});

describe('Searches', () => {
  const query = 'query ($text: String!) { search(text: $text, first: 3) { totalCount nodes { id } edges { cursor } } }';
  const questions = names.map((text) => [query, { text }] as const);

  it('travel together, each with its own words and its own cursors', async () => {
    await expectSameTogether(questions);
    expect(Math.max(...sent.map(sizeOf))).toBeLessThanOrEqual(8);
  });

  it('are sent again, each by itself, when their batch fails', async () => {
    doBatchesFail = true;
    await expectSameTogether(questions);
    const alone = sent.filter((statement) => sizeOf(statement) === 1);
    expect(alone.length).toBe(names.length);
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
  const query = (args: string): string =>
    `query ($from: ID!) { paths(from: $from, to: "Region:asia"${args}) { length nodes { id } relations { id } } }`;

  it('of six relations at most travel together, each from its own entity', async () => {
    await expectSameTogether(ids.map((from) => [query(''), { from }] as const));
    expect(Math.max(...sent.map(sizeOf))).toBeLessThanOrEqual(4);
  });

  it.each([', maxLength: 7', ', first: 2', ', direction: OUT', ', types: [LOCATED_IN]'])(
    'with%s go alone, because nothing bounds how many of them Neo4j compares',
    async (args) => {
      await alone(ids.map((from) => [query(args), { from }] as const));
      expect(sent.map(sizeOf)).toEqual(ids.map(() => 1));
    },
  );
});
