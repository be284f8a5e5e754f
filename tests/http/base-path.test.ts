import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer } from './http-server.js';

const query = encodeURIComponent('{ domains(first: 1) { nodes { slug } } }');
const preflight = { 'apollo-require-preflight': 'true' };

describe('a server with a base path', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { basePath: '/atlas', hasAccessLog: true });

  it.each(['/', '/playground', '/icon.svg', '/livez', '/readyz', '/export/nodes.csv', `/graphql?query=${query}`])(
    'serves %s below it as at the root',
    async (path) => {
      const [below, atRoot] = [await server.get(`/atlas${path}`, preflight), await server.get(path, preflight)];
      expect([below.status, below.text]).toEqual([200, atRoot.text]);
      expect(below.headers.get('content-security-policy')).toBe(atRoot.headers.get('content-security-policy'));
    },
  );

  it('counts requests below it under the routes at the root', async () => {
    await server.get(`/atlas/graphql?query=${query}`, preflight);
    const { text } = await server.get('/atlas/metrics');
    expect(text).toMatch(/atlas_requests_total\{route="\/graphql",status="200"\} \d/);
    expect(text).not.toContain('route="/atlas');
  });

  it('runs operations below it, and rejects those that another site could forge', async () => {
    const operation = JSON.stringify({ query: '{ __typename }' });
    const post = async (contentType: string): Promise<number> => {
      const init = { method: 'POST', headers: { 'content-type': contentType }, body: operation };
      return (await fetch(`${server.address}/atlas/graphql`, init)).status;
    };
    expect(await post('application/json')).toBe(200);
    expect(await post('text/plain')).toBe(415);
    expect(codesOf(await server.get(`/atlas/graphql?query=${query}`))).toEqual(['BAD_REQUEST']);
  });

  it.each([
    ['/atlas', '/atlas/'],
    ['/atlas?lang=zh', '/atlas/?lang=zh'],
    ['/atlas/playground/', '/atlas/playground'],
    ['/atlas/graphql/?query={a}', '/atlas/graphql?query={a}'],
  ])('redirects %s to %s', async (path, target) => {
    const headers = { accept: 'text/html' };
    const { status, headers: responseHeaders } = await fetch(`${server.address}${path}`, {
      headers,
      redirect: 'manual',
    });
    expect(status).toBe(308);
    expect(new URL(String(responseHeaders.get('location')), `${server.address}${path}`).href).toBe(
      new URL(target, server.address).href,
    );
  });

  it('names paths as requested, in errors and in the log', async () => {
    const messageOf = async (path: string): Promise<string> => (await server.get(path)).body.errors?.[0]?.message ?? '';
    expect(await messageOf('/atlas/x')).toBe(
      'There is nothing at /atlas/x. Send operations to /atlas/graphql, or open /atlas/ in a browser.',
    );
    expect(await messageOf('/x')).toBe('There is nothing at /x. Send operations to /graphql, or open / in a browser.');
    expect(await messageOf('/atlases')).toContain('There is nothing at /atlases.');
    expect(await messageOf('/atlas/export/x')).toContain('Request one of /atlas/export/graph.gexf, ');
    expect(server.log.some((line) => line.includes('"path":"/atlas/x"'))).toBe(true);
  });
});
