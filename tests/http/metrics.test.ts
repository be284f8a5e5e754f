import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { version } from '../../src/version.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

const knownQuery = 'query WhatIsLoaded { dataset { title } }';
const tiersQuery = '{ tiers { nodes { slug } } }';

describe('the metrics', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { operationTimeoutMs: 60_000 });
  /** Reads the value of every series except those of the process. */
  const readSeries = async (): Promise<Map<string, number>> => {
    const { text } = await server.get('/metrics');
    const lines = text.split('\n').filter((line) => /^atlas_(?!nodejs|process)/.test(line));
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').pop())]));
  };
  /** Runs the work, and returns a function that gives the increase of a series. */
  const measureIncrease = async (work: () => Promise<unknown>): Promise<(name: string) => number> => {
    const before = await readSeries();
    await work();
    const after = await readSeries();
    return (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
  };

  it('count requests, operations, statements, batches and cache hits', async () => {
    const increaseOf = await measureIncrease(async () => {
      await server.post({ query: knownQuery });
      await server.post({ query: tiersQuery });
      await server.post({ query: tiersQuery });
    });
    expect(increaseOf('atlas_requests_total{route="/graphql",status="200"}')).toBe(3);
    expect(increaseOf('atlas_operation_seconds_count{operation="WhatIsLoaded"}')).toBe(1);
    expect(increaseOf('atlas_operation_seconds_count{operation="other"}')).toBe(2);
    expect(increaseOf('atlas_statement_seconds_count{statement="tiers",outcome="answered"}')).toBe(1);
    expect(increaseOf('atlas_batch_size_count')).toBe(1);
    expect(increaseOf('atlas_batch_size_sum')).toBe(1);
    expect(increaseOf('atlas_cache_total{outcome="miss"}')).toBe(2);
    expect(increaseOf('atlas_cache_total{outcome="hit"}')).toBe(1);
  });

  it('report the release, the data version and that Neo4j is up', async () => {
    const series = await readSeries();
    const { body } = await server.post({ query: '{ dataset { version hash } }' });
    const data = body.data?.['dataset'] as { readonly version: string; readonly hash: string };
    expect(series.get(`atlas_build_info{version="${version}"}`)).toBe(1);
    expect(series.get(`atlas_data_info{version="${data.version}",hash="${data.hash}"}`)).toBe(1);
    expect(series.get('atlas_neo4j_up')).toBe(1);
    expect(series.get('atlas_neo4j_breaker_open')).toBe(0);
    expect(series.get('atlas_neo4j_restarts_total')).toBe(0);
    expect(series.has('atlas_shared_cache_up')).toBe(false);
  });

  it('count hits and misses of the plan cache', async () => {
    const tierRequest = (slug: string) => ({
      query: 'query ($slug: String!) { tier(slug: $slug) { slug name } }',
      variables: { slug },
    });
    const increaseOf = await measureIncrease(async () => {
      for (const slug of ['upstream', 'midstream', 'downstream']) await server.post(tierRequest(slug));
    });
    expect(increaseOf('atlas_plans_total{outcome="miss"}')).toBe(1);
    expect(increaseOf('atlas_plans_total{outcome="hit"}')).toBe(2);
  });

  it('count errors by code, and requests to unknown paths under the route "none"', async () => {
    const increaseOf = await measureIncrease(async () => {
      await server.post({ query: '{ nothing }' });
      await server.post({ query: '{ companies(first: 1, last: 1) { nodes { slug } } }' });
      await server.get('/nowhere/at/all');
    });
    expect(increaseOf('atlas_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(increaseOf('atlas_errors_total{code="BAD_USER_INPUT"}')).toBe(1);
    expect(increaseOf('atlas_requests_total{route="none",status="404"}')).toBe(1);
  });

  it('show the running requests and the idle pool', async () => {
    const series = await readSeries();
    expect(series.get('atlas_requests_under_way')).toBe(1); // the request of the metrics itself
    expect(series.get('atlas_statements_under_way')).toBe(0);
    expect(series.get('atlas_pool_connections{state="in_use"}')).toBe(0);
    expect(series.get('atlas_pool_connections{state="idle"}')).toBe(50);
    expect(series.get('atlas_pool_waiting')).toBe(0);
    expect(series.get('atlas_pool_wait_seconds_total')).toBe(0);
  });

  it('get no series for names that clients invent', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `Made_up_${n}`);
    const sendInventedNames = async (): Promise<void> => {
      for (const name of names) {
        await server.post({ query: `query ${name} { a${name}: __typename }`, operationName: name });
        await server.get(`/${name}`);
        await server.get(`/graphql/${name}?query={${name}}`);
      }
      await server.post({ query: '{ nothing }', operationName: 'Made_up' });
    };
    await sendInventedNames();
    const before = await readSeries();
    await sendInventedNames();
    const after = await readSeries();
    // The data version is read when half a second has passed without any other read.
    const addedSeries = [...after.keys()].filter((name) => !before.has(name) && !name.includes('dataset/read-version'));
    expect(addedSeries).toEqual([]);
    expect([...after.keys()].filter((name) => name.includes('Made_up'))).toEqual([]);
  });

  it('are all documented in docs/operations.md', async () => {
    const page = readFileSync(join(packageRoot, 'docs', 'operations.md'), 'utf8');
    const { text } = await server.get('/metrics');
    const names = [...text.matchAll(/^# TYPE (atlas_(?!nodejs|process)\w+)/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
