import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AtlasError } from '../../src/errors.js';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { httpServer } from '../http/http-server.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { readSample } from './docs-samples.js';
import {
  describeWithProxies,
  makeCertificate,
  startProxy,
  type ProxyOptions,
  type StartedProxy,
} from './started-proxy.js';
import { createTlsClient, type TlsResponse, type TlsRequest } from './tls-client.js';

const rateLimit = 12;
const query = '{ domains(first: 40) { nodes { slug name } } }';
const smallRequest = { body: { query: '{ __typename }' } };

describeWithProxies('the proxy configuration of docs/operations.md', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { basePath: '/atlas', trustProxy: ['127.0.0.1'], rateLimit });
  const directory = createTemporaryDirectory();
  let certificate: string;
  beforeAll(async () => {
    certificate = await makeCertificate(directory);
  });

  /** Sends requests to a proxy from a given address, so that each test has its own rate limit. */
  const sendFrom = async (address: string, url: string, ...requests: TlsRequest[]): Promise<TlsResponse[]> => {
    const client = createTlsClient(certificate, address);
    const responses = [];
    for (const request of requests) responses.push(await client.send(url, request));
    client.close();
    return responses;
  };
  const getFrom = async (address: string, url: string, headers = {}): Promise<TlsResponse> => {
    const [response] = await sendFrom(address, url, { headers });
    if (!response) throw new Error('Expected a response to the request.');
    return response;
  };

  it('closes idle connections before the server does, so that nginx never sends requests on closed ones', () => {
    const [, seconds = '60'] = /keepalive_timeout (\d+)/.exec(readSample('nginx', 'nginx')) ?? [];
    expect(server.app.server.keepAliveTimeout).toBeGreaterThan(Number(seconds) * 1_000);
  });

  describe.each(['nginx', 'haproxy'] as const)('for %s', (name) => {
    let atRoot: StartedProxy;
    let underPath: StartedProxy;
    beforeAll(async () => {
      const { host } = new URL(server.address);
      const options: ProxyOptions = { directory, servers: [host, host] };
      atRoot = await startProxy(name, options);
      underPath = await startProxy(name, { ...options, hasBasePath: true });
    });
    afterAll(() => Promise.all([atRoot.stop(), underPath.stop()]));
    const lastByte = name === 'nginx' ? 10 : 20;
    const clientAddress = (n: number): string => `127.0.0.${lastByte + n}`;

    it('serves the pages and the API over TLS, but not the metrics', async () => {
      expect((await getFrom(clientAddress(0), `${atRoot.address}/`)).text).toContain('<title>Atlas</title>');
      const [response] = await sendFrom(clientAddress(0), `${atRoot.address}/graphql`, smallRequest);
      expect(JSON.parse(response?.text ?? '')).toMatchObject({ data: { __typename: 'Query' } });
      for (const path of ['/metrics', '/metrics/', '/metric%73'])
        expect((await getFrom(clientAddress(0), `${atRoot.address}${path}`)).status).toBe(404);
    });

    it('serves the pages and the API under a base path', async () => {
      const redirect = await getFrom(clientAddress(1), `${underPath.address}/atlas?lang=zh`);
      expect(new URL(String(redirect.headers.location), underPath.address).href).toBe(
        `${underPath.address}/atlas/?lang=zh`,
      );
      const { text } = await getFrom(clientAddress(1), `${underPath.address}/atlas/`);
      const [, script = ''] = /src="\.\/(assets\/[^"]+)"/.exec(text) ?? [];
      expect((await getFrom(clientAddress(1), `${underPath.address}/atlas/${script}`)).status).toBe(200);
      const [response] = await sendFrom(clientAddress(1), `${underPath.address}/atlas/graphql`, smallRequest);
      expect(response?.status).toBe(200);
      expect((await getFrom(clientAddress(1), `${underPath.address}/atlas/metrics`)).status).toBe(404);
      expect((await getFrom(clientAddress(1), `${underPath.address}/graphql`)).text).not.toContain('"errors"');
    });

    it('limits the rate per client address, and ignores X-Forwarded-For of clients', async () => {
      const requests = Array.from({ length: rateLimit + 1 }, (_, n) => ({
        ...smallRequest,
        headers: { 'x-forwarded-for': `10.9.8.${n}` },
      }));
      const statuses = (await sendFrom(clientAddress(2), `${atRoot.address}/graphql`, ...requests)).map(
        ({ status }) => status,
      );
      expect(statuses).toEqual([...Array<number>(rateLimit).fill(200), 429]);
      expect((await getFrom(clientAddress(2), `${atRoot.address}/readyz`)).status).toBe(200);
      const [otherResponse] = await sendFrom(clientAddress(3), `${atRoot.address}/graphql`, smallRequest);
      expect(otherResponse?.status).toBe(200);
    });

    it('responds 304 to a GET request with a matching If-None-Match, compressed or not', async () => {
      const url = `${atRoot.address}/graphql?query=${encodeURIComponent(query)}`;
      const requestHeaders = { 'apollo-require-preflight': 'true', 'accept-encoding': 'gzip' };
      const { status, headers } = await getFrom(clientAddress(4), url, requestHeaders);
      const etag = String(headers.etag);
      expect([status, headers['content-encoding']]).toEqual([200, name === 'nginx' ? 'gzip' : undefined]);
      expect(etag.startsWith('W/')).toBe(name === 'nginx');
      expect((await getFrom(clientAddress(4), url, { ...requestHeaders, 'if-none-match': etag })).status).toBe(304);
    });
  });

  describe('for haproxy', () => {
    const read = (): Promise<never> => Promise.reject(new AtlasError('DATABASE_UNAVAILABLE', 'Neo4j is down.'));
    const unreadyServer = httpServer(() => ({ ...neo4j.database, read }), {}, false);

    it('still sends requests to the servers while none is ready', async () => {
      const { host } = new URL(unreadyServer.address);
      const proxy = await startProxy('haproxy', { directory, servers: [host, host] });
      const getText = async (path: string): Promise<string> =>
        (await getFrom('127.0.0.1', `${proxy.address}${path}`)).text;
      // Until the health checks have failed, haproxy takes the servers for ready.
      await expect.poll(proxy.output, { timeout: 30_000 }).toMatch(/aigc_atlas'? has no server available/);
      expect(await getText('/readyz')).toContain('"code":"DATABASE_UNAVAILABLE"');
      expect(await getText('/')).toContain('<title>Atlas</title>');
      await proxy.stop();
    });

    it('responds 503 if no server can be reached', async () => {
      const unusedAddress = `127.0.0.1:${await findFreePort()}`;
      const proxy = await startProxy('haproxy', { directory, servers: [unusedAddress, unusedAddress] });
      const { status, headers } = await getFrom('127.0.0.1', `${proxy.address}/`);
      await proxy.stop();
      expect([status, headers['content-type']]).toEqual([503, 'text/html']);
    });
  });
});
