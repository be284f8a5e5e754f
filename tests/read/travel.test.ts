import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Database, Row, Statement } from '../../src/neo4j/database.js';
import { listen } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const slugs = ['openai', 'baidu', 'google', 'adobe', 'nvidia', 'ibm', 'tencent', 'alibaba', 'canva', 'deepmind'];
const query = 'query ($slug: String!) { company(slug: $slug) { slug } }';

interface OneCompany {
  readonly company: { readonly slug: string } | null;
}

const shared = sharedNeo4j();
const sent: Statement[] = [];
const heavyMs = 3_000;
let answerMs = 300;
/** Whose answer takes longer than anybody would wait for another one's. */
let heavy: readonly string[] = [];
let failure: ((statement: Statement) => AtlasError | undefined) | undefined;

function batchOf({ parameters }: Statement): readonly { readonly a0?: unknown }[] {
  const { requests = [] } = (parameters['batch'] ?? {}) as { requests?: readonly { a0?: unknown }[] };
  return requests;
}

// Each answer takes a while, so that requests come faster than it.
async function read(statement: Statement): Promise<Row[]> {
  if (statement.name === 'company') sent.push(statement);
  const error = failure?.(statement);
  if (error) throw error;
  await delay(statement.name === 'company' ? answerMs : 0);
  if (batchOf(statement).some(({ a0 }) => heavy.includes(String(a0)))) await delay(heavyMs);
  return shared.database.read(statement);
}

// Each by statements of its own, so that one which was not sent before is to be planned.
const api = listen((): Database => ({ ...shared.database, read }), { read: { compileAfter: 0 } });

async function askAll(): Promise<(string | undefined)[]> {
  const answers = await Promise.all(slugs.map((slug) => api.send<OneCompany>(query, { slug })));
  return answers.map(({ data }) => data?.company?.slug);
}

/** Asks for all by a statement that was not sent before; gives how many have answered. */
async function askAs(fields: string, operation: string): Promise<number> {
  sent.length = 0;
  const text = `query ${operation}($slug: String!) { company(slug: $slug) { ${fields} } }`;
  const answers = await Promise.all(slugs.map((slug) => api.send<OneCompany>(text, { slug })));
  return answers.filter(({ data }) => data?.company).length;
}

describe('Requests that share a statement', () => {
  it('travel together when they come faster than Neo4j answers, each with its own answer', async () => {
    // Planned and quick by now, so that the statement's pace allows company.
    for (const slug of ['inpher', 'obvious', 'haptik', 'layer-6', 'kakao', 'naver']) await api.send(query, { slug });
    sent.length = 0;
    expect(await askAll()).toEqual(slugs);
    expect(sent.length).toBeLessThan(slugs.length);
    expect(new Set(sent.map(({ text }) => text)).size).toBe(1);
  });

  it('leave at once while nothing is under way', async () => {
    sent.length = 0;
    await api.ask<OneCompany>(query, { slug: 'graphcore' });
    expect(sent.map((statement) => batchOf(statement).length)).toEqual([1]);
  });

  it('wait for the first of them, which Neo4j has to plan', async () => {
    const asking = askAs('name', 'planned');
    await expect.poll(() => sent.length).toBe(1);
    await delay(150);
    expect(sent.map((statement) => batchOf(statement).length)).toEqual([1]);
    expect(await asking).toBe(slugs.length);
    expect(sent.length).toBeLessThan(slugs.length);
  });

  it('wait no longer than planning takes', async () => {
    answerMs = 1_200;
    const asking = askAs('name id', 'slow');
    await expect.poll(() => sent.length).toBe(1);
    await expect.poll(() => sent.length, { timeout: 1_000 }).toBe(2);
    answerMs = 0;
    expect(await asking).toBe(slugs.length);
    answerMs = 300;
  });

  it('do not wait for as many as take long, once these do', async () => {
    answerMs = 0;
    const text = query.replace('{ slug }', '{ slug kind }');
    for (const slug of ['inpher', 'obvious', 'haptik']) await api.send(text, { slug });
    heavy = ['layer-6', 'kakao'];
    sent.length = 0;
    const asking = heavy.map(async (slug, place) => {
      await delay(20 * place);
      return api.send(text, { slug });
    });
    await expect.poll(() => sent.length).toBe(2);
    const from = performance.now();
    expect((await api.send<OneCompany>(text, { slug: 'naver' })).data?.company?.slug).toBe('naver');
    expect(performance.now() - from).toBeLessThan(heavyMs / 2);
    await Promise.all(asking);
    heavy = [];
    answerMs = 300;
  });

  it('are answered once where they are identical', async () => {
    sent.length = 0;
    const same = `${query} # asked by several at once`;
    await Promise.all(Array.from({ length: 20 }, () => api.ask<OneCompany>(same, { slug: 'merantix' })));
    const items = sent.flatMap((statement) => batchOf(statement));
    expect(items.length).toBeLessThan(20);
  });

  it('leave the failure of one to that one alone', async () => {
    failure = (statement) =>
      batchOf(statement).some(({ a0 }) => a0 === 'google')
        ? new AtlasError('DATABASE_TIMEOUT', 'It must end in time; it did not.')
        : undefined;
    const query2 = query.replace('{ slug }', '{ slug id }');
    const answers = await Promise.all(slugs.map((slug) => api.send<OneCompany>(query2, { slug })));
    failure = undefined;
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual(slugs.map((slug) => (slug === 'google' ? 'DATABASE_TIMEOUT' : undefined)));
    expect(answers.filter(({ data }) => data?.company).length).toBe(slugs.length - 1);
  });
});
