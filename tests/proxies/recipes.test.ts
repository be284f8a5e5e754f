import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../src/launchers/local/free-port.js';
import { httpServer } from '../http/http-server.js';
import { sharedNeo4j } from '../setup/databases.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { recipeOf } from './recipes.js';
import {
  describeWithProxies,
  makeCertificate,
  startProxy,
  type ProxyOptions,
  type StartedProxy,
} from './started-proxy.js';
import { tlsClient, type TlsAnswer, type TlsRequest } from './tls-client.js';

const rateLimit = 12;
const query = '{ domains(first: 40) { nodes { slug name } } }';
const small = { body: { query: '{ __typename }' } };

describeWithProxies('the proxy configuration of docs/operations.md', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { basePath: '/atlas', trustProxy: ['127.0.0.1'], rateLimit });
  const folder = temporaryFolder();
  let certificate: string;
  beforeAll(async () => {
    certificate = await makeCertificate(folder);
  });

  /** Sends requests to a proxy from a given address, so that each test has its own rate limit. */
  const sendFrom = async (address: string, url: string, ...requests: TlsRequest[]): Promise<TlsAnswer[]> => {
    const client = tlsClient(certificate, address);
    const answers = [];
    for (const request of requests) answers.push(await client.send(url, request));
    client.close();
    return answers;
  };
  const getFrom = async (address: string, url: string, headers = {}): Promise<TlsAnswer> => {
    const [answer] = await sendFrom(address, url, { headers });
    if (!answer) throw new Error('Expected a response to the request.');
    return answer;
  };

  it('closes idle connections before the server does, so that nginx never sends requests on closed ones', () => {
    const [, seconds = '60'] = /keepalive_timeout (\d+)/.exec(recipeOf('nginx', 'nginx')) ?? [];
    expect(server.app.server.keepAliveTimeout).toBeGreaterThan(Number(seconds) * 1_000);
  });

  describe.each(['nginx', 'haproxy'] as const)('for %s', (name) => {
    let atRoot: StartedProxy;
    let below: StartedProxy;
    beforeAll(async () => {
      const { host } = new URL(server.address);
      const options: ProxyOptions = { folder, servers: [host, host] };
      atRoot = await startProxy(name, options);
      below = await startProxy(name, { ...options, isBelowPath: true });
    });
    afterAll(() => Promise.all([atRoot.stop(), below.stop()]));
    const lastByte = name === 'nginx' ? 10 : 20;
    const from = (n: number): string => `127.0.0.${lastByte + n}`;

    it('serves the pages and the API over TLS, but not the metrics', async () => {
      expect((await getFrom(from(0), `${atRoot.address}/`)).text).toContain('<title>AIGC Atlas</title>');
      const [answer] = await sendFrom(from(0), `${atRoot.address}/graphql`, small);
      expect(JSON.parse(answer?.text ?? '')).toMatchObject({ data: { __typename: 'Query' } });
      for (const path of ['/metrics', '/metrics/', '/metric%73'])
        expect((await getFrom(from(0), `${atRoot.address}${path}`)).status).toBe(404);
    });

    it('serves the pages and the API under a base path', async () => {
      const lead = await getFrom(from(1), `${below.address}/atlas?lang=zh`);
      expect(new URL(String(lead.headers.location), below.address).href).toBe(`${below.address}/atlas/?lang=zh`);
      const { text } = await getFrom(from(1), `${below.address}/atlas/`);
      const [, script = ''] = /src="\.\/(assets\/[^"]+)"/.exec(text) ?? [];
      expect((await getFrom(from(1), `${below.address}/atlas/${script}`)).status).toBe(200);
      const [answer] = await sendFrom(from(1), `${below.address}/atlas/graphql`, small);
      expect(answer?.status).toBe(200);
      expect((await getFrom(from(1), `${below.address}/atlas/metrics`)).status).toBe(404);
      expect((await getFrom(from(1), `${below.address}/graphql`)).text).not.toContain('"errors"');
    });

    it('limits the rate per client address, and ignores X-Forwarded-For of clients', async () => {
      const requests = Array.from({ length: rateLimit + 1 }, (_, n) => ({
        ...small,
        headers: { 'x-forwarded-for': `10.9.8.${n}` },
      }));
      const statuses = (await sendFrom(from(2), `${atRoot.address}/graphql`, ...requests)).map(({ status }) => status);
      expect(statuses).toEqual([...Array<number>(rateLimit).fill(200), 429]);
      expect((await getFrom(from(2), `${atRoot.address}/readyz`)).status).toBe(200);
      const [other] = await sendFrom(from(3), `${atRoot.address}/graphql`, small);
      expect(other?.status).toBe(200);
    });

    it('responds 304 to a GET request with a matching If-None-Match, compressed or not', async () => {
      const url = `${atRoot.address}/graphql?query=${encodeURIComponent(query)}`;
      const asked = { 'apollo-require-preflight': 'true', 'accept-encoding': 'gzip' };
      const { status, headers } = await getFrom(from(4), url, asked);
      const tag = String(headers.etag);
      expect([status, headers['content-encoding']]).toEqual([200, name === 'nginx' ? 'gzip' : undefined]);
      expect(tag.startsWith('W/')).toBe(name === 'nginx');
      expect((await getFrom(from(4), url, { ...asked, 'if-none-match': tag })).status).toBe(304);
    });
  });

  it('for haproxy responds 503 if no server is ready', async () => {
    const nobody = `127.0.0.1:${await freePort()}`;
    const proxy = await startProxy('haproxy', { folder, servers: [nobody, nobody] });
    const { status, headers } = await getFrom('127.0.0.1', `${proxy.address}/`);
    await proxy.stop();
    expect([status, headers['content-type']]).toEqual([503, 'text/html']);
  });
});
