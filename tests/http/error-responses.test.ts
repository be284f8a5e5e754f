import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { AtlasError, errorStatuses, type RequestCode } from '../../src/errors.js';
import type { Row, Statement } from '../../src/neo4j/database.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readErrorCounts, withOneMore } from './error-counts.js';
import { httpServer, type GraphqlBody } from './http-server.js';
import { openSocket, sendBytes, sendRaw, type RawResponse, type RawRequest } from './raw-http.js';

const json = { 'content-type': 'application/json' };
const operation = JSON.stringify({ query: '{ __typename }' });
const postRequest = { method: 'POST', path: '/graphql', headers: json, body: operation };

/** Fails unless a response is an error response in the format that all of them share. */
function expectErrorResponse({ status, headers, body }: RawResponse, code: RequestCode, isHead = false): void {
  const { status: expected, isRetryable = false } = errorStatuses.get(code) ?? { status: NaN };
  expect([status, codeOf(body)]).toEqual([expected, isHead ? undefined : code]);
  expect(headers).toMatchObject({
    'content-type': expect.stringMatching(/^application\/(graphql-response\+)?json; charset=utf-8$/),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
  });
  expect(headers).not.toHaveProperty('etag');
  expect(headers).not.toHaveProperty('content-disposition');
  expect('retry-after' in headers).toBe(isRetryable);
}

function codeOf(body: string): string | undefined {
  if (body === '') return undefined;
  const { errors = [], ...otherKeys } = JSON.parse(body) as GraphqlBody; // the format of all error responses
  expect(Object.keys(otherKeys).filter((key) => key !== 'data' && key !== 'extensions')).toEqual([]);
  expect(errors[0]?.message).toMatch(/\w/);
  return errors[0]?.extensions.code;
}

describe('a request that is rejected', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);
  const readCounts = () => readErrorCounts(server);

  it('is counted by its code, with all counts starting at 0', async () => {
    expect(await readCounts()).toEqual(Object.fromEntries([...errorStatuses.keys()].map((code) => [code, 0])));
  });

  const rejections: readonly (readonly [string, RawRequest, RequestCode])[] = [
    ['an unknown path', { path: '/nowhere' }, 'NOT_FOUND'],
    ['HEAD of an unknown path', { method: 'HEAD', path: '/nowhere' }, 'NOT_FOUND'],
    ['an unknown path with a body that is not JSON', { ...postRequest, path: '/nowhere', body: '{' }, 'NOT_FOUND'],
    ['an unknown export', { path: '/export/graph.xlsx' }, 'NOT_FOUND'],
    ['an unknown asset', { path: '/assets/nope.js' }, 'NOT_FOUND'],
    ['a path outside of the assets', { path: '/assets/..%2f..%2fpackage.json' }, 'NOT_FOUND'],
    [
      'an asset with a failed precondition',
      { path: '/icon.svg', headers: { 'if-match': '"x"' } },
      'PRECONDITION_FAILED',
    ],
    ['PUT of an operation', { ...postRequest, method: 'PUT' }, 'METHOD_NOT_ALLOWED'],
    ['an unsupported method', { method: 'PROPFIND', path: '/graphql' }, 'METHOD_NOT_ALLOWED'],
    ['HEAD of an operation', { method: 'HEAD', path: '/graphql' }, 'METHOD_NOT_ALLOWED'],
    ['OPTIONS without CORS', { method: 'OPTIONS', path: '/graphql' }, 'METHOD_NOT_ALLOWED'],
    ['POST of a health check', { ...postRequest, path: '/livez' }, 'METHOD_NOT_ALLOWED'],
    ['POST of an export', { ...postRequest, path: '/export/nodes.csv' }, 'METHOD_NOT_ALLOWED'],
    ['POST of an asset', { ...postRequest, path: '/assets/a.js' }, 'METHOD_NOT_ALLOWED'],
    ['POST of a page', { ...postRequest, path: '/playground' }, 'METHOD_NOT_ALLOWED'],
    ['a path that is malformed', { path: '/%zz' }, 'BAD_REQUEST'],
    ['a path that is not UTF-8', { path: '/export/%ff' }, 'BAD_REQUEST'],
    ['a host that is malformed', { ...postRequest, headers: { ...json, host: 'a b' } }, 'BAD_REQUEST'],
    ['a body that is not JSON', { ...postRequest, body: '{' }, 'BAD_REQUEST'],
    ['a body that is empty', { ...postRequest, body: '' }, 'BAD_REQUEST'],
    ['a body that is not an operation', { ...postRequest, body: '[]' }, 'BAD_REQUEST'],
    ['GET that another site could forge', { path: '/graphql?query={__typename}' }, 'BAD_REQUEST'],
    ['an XML body', { ...postRequest, headers: { 'content-type': 'text/xml' } }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a text body', { ...postRequest, headers: { 'content-type': 'text/plain' } }, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a body without a content type', { ...postRequest, headers: {} }, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'GET with a text content type',
      { path: '/graphql', headers: { 'content-type': 'text/plain' } },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'a compressed body',
      { ...postRequest, headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(operation) },
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a body that is too large', { ...postRequest, body: `${operation}${' '.repeat(200_000)}` }, 'PAYLOAD_TOO_LARGE'],
    ['a response that must be HTML', { ...postRequest, headers: { ...json, accept: 'text/html' } }, 'NOT_ACCEPTABLE'],
    ['an export with an invalid limit', { path: '/export/nodes.csv?limit=many' }, 'BAD_USER_INPUT'],
    [
      'an operation that is not GraphQL',
      { ...postRequest, body: JSON.stringify({ query: '{' }) },
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      'an operation that is invalid in the schema',
      { ...postRequest, body: JSON.stringify({ query: '{ nothing }' }) },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'an operation whose hash is unknown',
      {
        ...postRequest,
        body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
      },
      'PERSISTED_QUERY_NOT_FOUND',
    ],
  ];

  it.each(rejections)('gets an error response in the common format: %s', async (_name, request, code) => {
    const countsBefore = await readCounts();
    expectErrorResponse(await sendRaw(server.address, request), code, request.method === 'HEAD');
    await expect.poll(readCounts).toEqual(withOneMore(countsBefore, code));
  });

  it.each([
    ['bytes that are not HTTP', 'HELLO\r\n\r\n', 'BAD_REQUEST'],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nhost: localhost\r\n\r\n', 'BAD_REQUEST'],
    ['no host', 'GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n', 'BAD_REQUEST'],
    ['headers that are too long', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 'HEADERS_TOO_LARGE'],
    ['a URL that is too long', `GET /?${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 'HEADERS_TOO_LARGE'],
  ] as const)('gets an error response in the common format: %s', async (_name, bytes, code) => {
    const countsBefore = await readCounts();
    expectErrorResponse(await sendBytes(server.address, bytes), code);
    await expect.poll(readCounts).toEqual(withOneMore(countsBefore, code));
  });

  it('gets an error response in the common format: a request that does not arrive completely in time', async () => {
    const countsBefore = await readCounts();
    const http = server.app.server;
    const error = Object.assign(new Error('timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    http.once('connection', (socket) => http.emit('clientError', error, socket));
    expectErrorResponse(await sendBytes(server.address, 'POST /graphql'), 'REQUEST_TIMEOUT');
    await expect.poll(readCounts).toEqual(withOneMore(countsBefore, 'REQUEST_TIMEOUT'));
  });

  it.each([
    ['/graphql', 'GET, POST'],
    ['/graphql/', 'GET, POST'],
    ['/livez', 'GET, HEAD'],
    ['/metrics', 'GET, HEAD'],
    ['/assets/a.js', 'GET, HEAD'],
    ['/export/graph.gexf?limit=1', 'GET, HEAD'],
  ])('lists the methods that %s allows', async (path, allow) => {
    const { headers, body } = await sendRaw(server.address, { method: 'DELETE', path });
    expect(headers.allow).toBe(allow);
    expect(body).toContain(`supports ${allow}, but not DELETE`);
  });

  it('says which content encoding is accepted if its body is compressed', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' };
    const response = await sendRaw(server.address, { ...postRequest, headers, body: gzipSync(operation) });
    expect(response.headers['accept-encoding']).toBe('identity');
    expect(response.body).toContain('must not be compressed');
  });

  it('names the CORS setting if another origin sends it', async () => {
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'POST' };
    const response = await sendRaw(server.address, { method: 'OPTIONS', path: '/graphql', headers });
    expect([response.status, response.body]).toEqual([405, expect.stringContaining('CORS_ORIGINS')]);
  });

  it('can lack a host in HTTP/1.0 and have an unknown Expect header', async () => {
    expect((await sendBytes(server.address, 'GET /livez HTTP/1.0\r\n\r\n')).status).toBe(200);
    const withExpectation = { ...postRequest, headers: { ...json, expect: 'the-best' } };
    expect((await sendRaw(server.address, withExpectation)).status).toBe(200);
  });
});

describe('a request for a path that ends in a slash', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);

  it.each(['/graphql', '/livez', '/readyz', '/metrics', '/export/nodes.csv'])('is answered like %s', async (path) => {
    const request = path === '/graphql' ? postRequest : { path };
    const [plain, withSlash] = [
      await sendRaw(server.address, request),
      await sendRaw(server.address, { ...request, path: `${path}/` }),
    ];
    expect([withSlash.status, withSlash.headers['content-type']]).toEqual([200, plain.headers['content-type']]);
  });
});

describe.each([
  ['DATABASE_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
  ['DATABASE_TIMEOUT', 'DATABASE_TIMEOUT'],
  ['DATABASE_MEMORY', 'DATABASE_MEMORY'],
  // The reason is hidden from clients.
  ['BAD_DATA', 'INTERNAL_SERVER_ERROR'],
] as const)('a database that fails with %s', (failure, code) => {
  const neo4j = sharedNeo4j();
  const read = (statement: Statement): Promise<Row[]> =>
    statement.name === 'neo4j/probe'
      ? neo4j.database.read(statement)
      : Promise.reject(new AtlasError(failure, 'A reason.'));
  const server = httpServer(() => ({ ...neo4j.database, read }), {}, false);

  it('makes an export fail, and an operation, which still returns its other fields', async () => {
    const countsBefore = await readErrorCounts(server);
    expectErrorResponse(await sendRaw(server.address, { path: '/export/graph.gexf' }), code);
    const query = '{ __typename tier(slug: "upstream") { slug } }';
    const response = await sendRaw(server.address, { ...postRequest, body: JSON.stringify({ query }) });
    expectErrorResponse(response, code);
    await expect.poll(() => readErrorCounts(server)).toEqual(withOneMore(withOneMore(countsBefore, code), code));
    expect(JSON.parse(response.body)).toMatchObject({ data: { __typename: 'Query', tier: null } });
    if (code === 'INTERNAL_SERVER_ERROR') expect(response.body).not.toContain('A reason.');
  });
});

describe('a server at a request limit', () => {
  const neo4j = sharedNeo4j();
  const fullServer = httpServer(() => neo4j.database, { requestLimit: 0 });
  const limitedServer = httpServer(() => neo4j.database, { rateLimit: 1, trustProxy: ['127.0.0.1'] });
  const paths = ['/export/nodes.csv', '/', '/assets/a.js', '/icon.svg'];

  it('responds with OVERLOADED on every route except health checks and metrics', async () => {
    for (const request of [postRequest, ...paths.map((path): RawRequest => ({ path }))]) {
      const countsBefore = await readErrorCounts(fullServer);
      expectErrorResponse(await sendRaw(fullServer.address, request), 'OVERLOADED');
      await expect.poll(() => readErrorCounts(fullServer)).toEqual(withOneMore(countsBefore, 'OVERLOADED'));
    }
    for (const path of ['/livez', '/readyz', '/metrics', '/livez?verbose', '/livez/']) {
      expect((await sendRaw(fullServer.address, { path })).status, path).toBe(200);
    }
  });

  it('responds with RATE_LIMITED to a client on every route except health checks and metrics', async () => {
    const forwardedFor = (address: string) => ({ 'x-forwarded-for': address });
    for (const [index, request] of [postRequest, ...paths.map((path): RawRequest => ({ path }))].entries()) {
      const limitedRequest = { ...request, headers: { ...request.headers, ...forwardedFor(`192.0.2.${index}`) } };
      expect((await sendRaw(limitedServer.address, limitedRequest)).status).not.toBe(429);
      const countsBefore = await readErrorCounts(limitedServer);
      expectErrorResponse(await sendRaw(limitedServer.address, limitedRequest), 'RATE_LIMITED');
      await expect.poll(() => readErrorCounts(limitedServer)).toEqual(withOneMore(countsBefore, 'RATE_LIMITED'));
    }
    for (let i = 0; i < 5; i += 1) {
      for (const path of ['/livez', '/readyz', '/metrics']) {
        expect((await sendRaw(limitedServer.address, { path, headers: forwardedFor('192.0.2.1') })).status, path).toBe(
          200,
        );
      }
    }
  });
});

describe('a server that shuts down', () => {
  const neo4j = sharedNeo4j();
  let release = (): void => undefined;
  const hold = new Promise<void>((resolve) => (release = resolve));
  let readCount = 0;
  const read = async (statement: Statement): Promise<Row[]> => {
    readCount += 1;
    await hold;
    return neo4j.database.read(statement);
  };
  const server = httpServer(() => ({ ...neo4j.database, read }), { operationTimeoutMs: 600_000 }, false);

  it('answers the requests that arrive on an open connection, and closes it', async () => {
    const body = JSON.stringify({ query: '{ tiers { nodes { slug } } }' });
    const socket = openSocket(server.address);
    const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json`;
    socket.write(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    await expect.poll(() => readCount).toBeGreaterThan(0);
    const closed = server.app.close();
    await expect.poll(() => server.app.server.listening).toBe(false);
    socket.write('GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n');
    release();
    const [, first, second] = (await text(socket)).split('HTTP/1.1 ');
    expect(first).toMatch(/^200 OK[^]*"upstream"/);
    expect(second).toMatch(/^200 OK\r\nconnection: close[^]*"alive"/i);
    await closed;
  });
});
