import { describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { HeldDatabase, waitUntilReceived } from './held-database.js';

const slugs = ['openai', 'baidu', 'google', 'adobe', 'nvidia', 'ibm', 'tencent', 'alibaba', 'canva', 'deepmind'];
const query = 'query ($slug: String!) { company(slug: $slug) { slug } }';

interface CompanyData {
  readonly company: { readonly slug: string } | null;
}

const shared = sharedNeo4j();
const held = new HeldDatabase(() => shared.database, read);
const { sent } = held;
let failureOf: ((statement: Statement) => AtlasError | undefined) | undefined;

function batchOf({ parameters }: Statement): readonly { readonly a0?: unknown }[] {
  const { requests = [] } = (parameters['batch'] ?? {}) as { requests?: readonly { a0?: unknown }[] };
  return requests;
}

async function read(statement: Statement): Promise<Row[]> {
  const error = failureOf?.(statement);
  if (error) throw error;
  return shared.database.read(statement);
}

// No cache, so that every request reads from the database, by a query of its own.
const api = serveApi(() => held.database, { read: { isCacheEnabled: false, genericReads: 0 } });

const sendEach = (text: string) => slugs.map((slug) => api.send<CompanyData>(text, { slug }));

describe('Requests with the same statement', () => {
  it('are batched when they arrive faster than Neo4j responds, and each gets its own response', async () => {
    // Fast queries first, so that the adaptive batch size allows batches.
    const fastSlugs = ['inpher', 'obvious', 'haptik', 'layer-6', 'kakao', 'naver'];
    const slugLists: unknown[] = [];
    const texts = new Set<string>();
    const countStatements = async (): Promise<number> => {
      for (const slug of fastSlugs) await api.send(query, { slug });
      const answers = await held.sendTogether(api, () => sendEach(query));
      slugLists.push(answers.map(({ data }) => data?.company?.slug));
      for (const { text } of sent) texts.add(text);
      return sent.length;
    };
    // On a busy machine Neo4j seems slow, and then requests are not batched.
    await expect.poll(countStatements).toBeLessThan(slugs.length);
    expect(slugLists).toEqual(slugLists.map(() => slugs));
    expect(texts.size).toBe(1);
  });

  it('are dispatched immediately while no batch is in flight', async () => {
    sent.length = 0;
    await api.query<CompanyData>(query, { slug: 'graphcore' });
    expect(sent.map((statement) => batchOf(statement).length)).toEqual([1]);
  });

  it('wait while Neo4j plans the first one', async () => {
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
    // Requests wait at most half a second. A busy machine may take longer to send them, so try again with a new
    // statement.
    await expect
      .poll(() =>
        sizesWhileFirstIsHeld(
          fields.pop() ?? expect.unreachable('Expected a first batch of one request, found more in every attempt.'),
        ),
      )
      .toEqual([1]);
  });

  it('wait for the first one only as long as planning takes', async () => {
    sent.length = 0;
    held.hold();
    const responses = Promise.all(sendEach(query.replace('{ slug }', '{ slug summary }')));
    // The first is still held, so the second did not wait for its response.
    await expect.poll(() => sent.length).toBeGreaterThan(1);
    held.release();
    expect((await responses).map(({ data }) => data?.company?.slug)).toEqual(slugs);
  });

  it('are not blocked by slow batches in flight', async () => {
    const text = query.replace('{ slug }', '{ slug kind }');
    for (const slug of ['inpher', 'obvious', 'haptik']) await api.send(text, { slug });
    const slowSlugs = ['layer-6', 'kakao'];
    sent.length = 0;
    held.hold((statement) => batchOf(statement).some(({ a0 }) => slowSlugs.includes(String(a0))));
    const responses: Promise<unknown>[] = [];
    for (const [index, slug] of slowSlugs.entries()) {
      responses.push(api.send(text, { slug }));
      await expect.poll(() => sent.length).toBe(index + 1);
    }
    // Both slow requests are still held when this one gets its response.
    expect((await api.send<CompanyData>(text, { slug: 'naver' })).data?.company?.slug).toBe('naver');
    held.release();
    await Promise.all(responses);
  });

  it('do not share the error of one request in their batch', async () => {
    failureOf = (statement) =>
      batchOf(statement).some(({ a0 }) => a0 === 'Company:google')
        ? new AtlasError('DATABASE_TIMEOUT', 'The statement timed out.')
        : undefined;
    const answers = await held.sendTogether(api, () => sendEach(query));
    failureOf = undefined;
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual(slugs.map((slug) => (slug === 'google' ? 'DATABASE_TIMEOUT' : undefined)));
    expect(answers.filter(({ data }) => data?.company).length).toBe(slugs.length - 1);
  });
});

/** Sends all requests with a new statement, and returns the sizes of the batches dispatched while the first is held. */
async function sizesWhileFirstIsHeld(fields: string): Promise<number[]> {
  sent.length = 0;
  held.hold();
  const responses = Promise.all(sendEach(query.replace('{ slug }', `{ ${fields} }`)));
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  await waitUntilReceived(api);
  const sizes = sent.map((statement) => batchOf(statement).length);
  held.release();
  expect((await responses).filter(({ data }) => data?.company)).toHaveLength(slugs.length);
  expect(sent.length).toBeLessThan(slugs.length);
  return sizes;
}
