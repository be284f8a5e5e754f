import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { HeldDatabase, passed } from './held-database.js';

const slugs = ['openai', 'baidu', 'google', 'adobe', 'nvidia', 'ibm', 'tencent', 'alibaba', 'canva', 'deepmind'];
const query = 'query ($slug: String!) { company(slug: $slug) { slug } }';

interface OneCompany {
  readonly company: { readonly slug: string } | null;
}

const shared = sharedNeo4j();
const held = new HeldDatabase(() => shared.database, read);
const { sent } = held;
let failure: ((statement: Statement) => AtlasError | undefined) | undefined;

function batchOf({ parameters }: Statement): readonly { readonly a0?: unknown }[] {
  const { requests = [] } = (parameters['batch'] ?? {}) as { requests?: readonly { a0?: unknown }[] };
  return requests;
}

async function read(statement: Statement): Promise<Row[]> {
  const error = failure?.(statement);
  if (error) throw error;
  return shared.database.read(statement);
}

// Each by statements of its own, so that one which was not sent before is to be planned.
const api = listen(() => held.database, { read: { cache: false } });

const askEach = (text: string) => slugs.map((slug) => api.send<OneCompany>(text, { slug }));

describe('Requests that share a statement', () => {
  it('travel together when they come faster than Neo4j answers, each with its own answer', async () => {
    // Planned and quick by now, so that the statement's pace allows company.
    const quick = ['inpher', 'obvious', 'haptik', 'layer-6', 'kakao', 'naver'];
    const answered: unknown[] = [];
    const texts = new Set<string>();
    const statements = async (): Promise<number> => {
      for (const slug of quick) await api.send(query, { slug });
      const answers = await held.together(api, () => askEach(query));
      answered.push(answers.map(({ data }) => data?.company?.slug));
      for (const { text } of sent) texts.add(text);
      return sent.length;
    };
    // A busy computer makes Neo4j seem slow, and then each goes by itself.
    await expect.poll(statements).toBeLessThan(slugs.length);
    expect(answered).toEqual(answered.map(() => slugs));
    expect(texts.size).toBe(1);
  });

  it('leave at once while nothing is under way', async () => {
    sent.length = 0;
    await api.ask<OneCompany>(query, { slug: 'graphcore' });
    expect(sent.map((statement) => batchOf(statement).length)).toEqual([1]);
  });

  it('wait for the first of them, which Neo4j has to plan', async () => {
    const fields = [
      'name',
      'name id',
      'name kind',
      'name degree',
      'name summary',
      'id kind',
      'id degree',
      'id summary',
    ];
    // Nobody waits longer than half a second: where a busy computer takes that to ask, it says nothing.
    await expect
      .poll(() => sizesWhileFirst(fields.pop() ?? expect.unreachable('More than one went each time.')))
      .toEqual([1]);
  });

  it('wait no longer than planning takes', async () => {
    sent.length = 0;
    held.hold();
    const asking = Promise.all(askEach(query.replace('{ slug }', '{ slug summary }')));
    // The first is still held: it is not what the second has waited for.
    await expect.poll(() => sent.length).toBeGreaterThan(1);
    held.release();
    expect((await asking).map(({ data }) => data?.company?.slug)).toEqual(slugs);
  });

  it('do not wait for as many as take long, once these do', async () => {
    const text = query.replace('{ slug }', '{ slug kind }');
    for (const slug of ['inpher', 'obvious', 'haptik']) await api.send(text, { slug });
    const heavy = ['layer-6', 'kakao'];
    sent.length = 0;
    held.hold((statement) => batchOf(statement).some(({ a0 }) => heavy.includes(String(a0))));
    const asking: Promise<unknown>[] = [];
    for (const [place, slug] of heavy.entries()) {
      asking.push(api.send(text, { slug }));
      await expect.poll(() => sent.length).toBe(place + 1);
    }
    // Both are still held when it is answered.
    expect((await api.send<OneCompany>(text, { slug: 'naver' })).data?.company?.slug).toBe('naver');
    held.release();
    await Promise.all(asking);
  });

  it('leave the failure of one to that one alone', async () => {
    failure = (statement) =>
      batchOf(statement).some(({ a0 }) => a0 === 'google')
        ? new AtlasError('DATABASE_TIMEOUT', 'It must end in time; it did not.')
        : undefined;
    const answers = await held.together(api, () => askEach(query));
    failure = undefined;
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual(slugs.map((slug) => (slug === 'google' ? 'DATABASE_TIMEOUT' : undefined)));
    expect(answers.filter(({ data }) => data?.company).length).toBe(slugs.length - 1);
  });
});

/** Asks for all by a statement that was not sent before: how large the batches are that leave while it is held. */
async function sizesWhileFirst(fields: string): Promise<number[]> {
  sent.length = 0;
  held.hold();
  const asking = Promise.all(askEach(query.replace('{ slug }', `{ ${fields} }`)));
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  await passed(api);
  const sizes = sent.map((statement) => batchOf(statement).length);
  held.release();
  expect((await asking).filter(({ data }) => data?.company)).toHaveLength(slugs.length);
  expect(sent.length).toBeLessThan(slugs.length);
  return sizes;
}
