import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { version } from '../../src/version.js';
import { runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';

/** A span in OTLP/JSON, with the fields that the tests read. */
interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly links?: readonly { readonly spanId: string }[];
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Span['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A minimal OpenTelemetry collector. */
class Collector {
  readonly spans: Span[] = [];
  /** The attributes of each resource that sent spans. */
  readonly resources: Span['attributes'][] = [];
  readonly paths = new Set<string | undefined>();
  address = '';
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      this.paths.add(request.url);
      if (request.url?.endsWith('/v1/traces')) this.record(JSON.parse(Buffer.concat(chunks).toString()) as Export); // OTLP/JSON
      response.setHeader('content-type', 'application/json').end('{}');
    });
  });

  async listen(): Promise<void> {
    this.address = await listen(this.server);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Waits until the minimum number of spans with a request id has arrived, and returns all of them. */
  async waitForSpans(requestId: string, minSpans: number): Promise<readonly Span[]> {
    const matches = (): Span[] => this.spans.filter((span) => JSON.stringify(span.attributes).includes(requestId));
    await expect.poll(() => matches().length).toBeGreaterThanOrEqual(minSpans);
    return matches();
  }

  private record({ resourceSpans }: Export): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      this.resources.push(resource.attributes);
      this.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
  }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

function attributeOf(span: Pick<Span, 'attributes'> | undefined, name: string): unknown {
  return Object.values(span?.attributes.find(({ key }) => key === name)?.value ?? {})[0];
}

describe('traces', () => {
  const neo4j = sharedNeo4j();
  const collector = new Collector();
  beforeAll(() => {
    // By default, spans are sent every five seconds.
    vi.stubEnv('OTEL_BSP_SCHEDULE_DELAY', '200');
    return collector.listen();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    collector.close();
  });
  /** Functions that release the held statements, by the statement's name. */
  const releases = new Map<string, () => void>();
  const heldStatements = new Set<string>();
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        if (heldStatements.has(statement.name))
          await new Promise<void>((resolve) => releases.set(statement.name, resolve));
        return neo4j.database.read(statement);
      },
    }),
    {
      get traceEndpoint() {
        return collector.address;
      },
      operationTimeoutMs: 600_000,
    },
    false,
  );

  it('nest the spans of a request, its operation and its statement, with the request id', async () => {
    const expectedTraceId = 'a'.repeat(32);
    await server.post(
      { query: 'query Named { tiers { nodes { slug } } }' },
      { 'x-request-id': 'traced-request', traceparent: `00-${expectedTraceId}-${'b'.repeat(16)}-01` },
    );
    const spans = await collector.waitForSpans('traced-request', 3);
    const findSpan = (name: string): Span | undefined => spans.find((span) => span.name === name);
    const [request, operation, statement] = [findSpan('POST /graphql'), findSpan('query'), findSpan('tiers')];
    expect(spans.map(({ traceId }) => traceId)).toEqual([expectedTraceId, expectedTraceId, expectedTraceId]);
    expect(request?.parentSpanId).toBe('b'.repeat(16));
    expect(operation?.parentSpanId).toBe(request?.spanId);
    expect(statement?.parentSpanId).toBe(operation?.spanId);
    expect(attributeOf(request, 'http.response.status_code')).toBe(200);
    expect(attributeOf(operation, 'graphql.operation.name')).toBe('Named');
    expect(attributeOf(statement, 'db.operation.batch.size')).toBe(1);
    expect(collector.paths).toEqual(new Set(['/v1/traces']));
    const valuesOf = (name: string) =>
      new Set(collector.resources.map((attributes) => attributeOf({ attributes }, name)));
    expect(valuesOf('service.name')).toEqual(new Set(['aigc-atlas']));
    expect(valuesOf('service.version')).toEqual(new Set([version]));
    expect([...valuesOf('service.instance.id')]).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  });

  it('link the span of a batched statement to all requests of the batch', async () => {
    const slugs = ['openai', 'google', 'microsoft', 'ibm', 'baidu', 'tencent', 'adobe', 'meta', 'nvidia', 'alibaba'];
    const send = (slug: string, id: string) =>
      server.post({ query: `{ company(slug: "${slug}") { slug } }` }, { 'x-request-id': `shared-${id}` });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(slugs.map((slug, index) => send(slug, `${round}-${index}`)));
    }
    const spans = await collector.waitForSpans('shared-', 110);
    const statements = spans.filter(({ name }) => name === 'entity/read-tree');
    const sharedSpans = statements.filter((span) => Number(attributeOf(span, 'db.operation.batch.size')) > 1);
    expect(sharedSpans.length).toBeGreaterThan(0);
    for (const span of sharedSpans) {
      expect(1 + (span.links?.length ?? 0)).toBe(attributeOf(span, 'db.operation.batch.size'));
    }
  });

  it('are separate for two concurrent requests with the same id', async () => {
    const names = ['stages', 'segments'] as const;
    const traces = { stages: '1'.repeat(32), segments: '2'.repeat(32) };
    const send = (name: (typeof names)[number]) =>
      server.post(
        { query: `{ ${name} { nodes { slug } } }` },
        { 'x-request-id': 'same-for-two', traceparent: `00-${traces[name]}-${'b'.repeat(16)}-01` },
      );
    for (const name of names) heldStatements.add(name);
    const first = send('stages');
    await expect.poll(() => releases.has('stages')).toBe(true);
    const second = send('segments');
    await expect.poll(() => releases.has('segments')).toBe(true);
    heldStatements.clear();
    releases.get('stages')?.();
    await first;
    releases.get('segments')?.();
    await second;
    const spans = await collector.waitForSpans('same-for-two', 6);
    for (const name of names) {
      const ownSpans = spans.filter(({ traceId }) => traceId === traces[name]);
      const findSpan = (spanName: string): Span | undefined => ownSpans.find((span) => span.name === spanName);
      expect(ownSpans.map((span) => span.name).toSorted()).toEqual(['POST /graphql', 'query', name].toSorted());
      expect(findSpan(name)?.parentSpanId).toBe(findSpan('query')?.spanId);
      expect(findSpan('query')?.parentSpanId).toBe(findSpan('POST /graphql')?.spanId);
      expect(attributeOf(findSpan('POST /graphql'), 'http.response.status_code')).toBe(200);
    }
  });

  it('mark failed operations with their error code', async () => {
    await server.post({ query: '{ nothing }' }, { 'x-request-id': 'fails-soon' });
    const operation = (await collector.waitForSpans('fails-soon', 2)).find(({ name }) => name === 'graphql');
    expect(attributeOf(operation, 'error.type')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(operation?.status.code).toBe(2);
  });

  it('do not include health checks and metrics requests', async () => {
    for (const path of ['/livez', '/readyz', '/metrics']) {
      expect((await server.get(path, { 'x-request-id': 'operator-asks' })).status).toBe(200);
    }
    await server.post({ query: '{ __typename }' }, { 'x-request-id': 'somebody-asks' });
    await collector.waitForSpans('somebody-asks', 2);
    const names = collector.spans.map(({ name }) => name);
    expect(names.filter((name) => /livez|readyz|metrics|probe|edition/.test(name))).toEqual([]);
    expect(collector.spans.filter((span) => JSON.stringify(span).includes('operator-asks'))).toEqual([]);
  });
});

describe('traces to a collector URL', () => {
  const neo4j = sharedNeo4j();
  const collector = new Collector();
  beforeAll(() => collector.listen());
  afterAll(() => collector.close());
  const server = httpServer(() => neo4j.database, {
    traceEndpoint: 'http://127.0.0.1:1',
    get traceUrl() {
      return `${collector.address}/of/ours/v1/traces`;
    },
  });

  it('are sent to exactly this URL, which overrides the endpoint of all signals', async () => {
    await server.post({ query: '{ __typename }' });
    await server.app.close();
    expect(collector.paths).toEqual(new Set(['/of/ours/v1/traces']));
    expect(collector.spans.length).toBeGreaterThan(0);
  });
});

describe('traces to an unavailable collector', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { traceEndpoint: 'http://127.0.0.1:1' });

  it('affect neither responses nor shutdown', async () => {
    expect((await server.post({ query: '{ tiers { nodes { slug } } }' })).status).toBe(200);
    await server.app.close();
  });
});

describe('traces to a collector that never responds', () => {
  const neo4j = sharedNeo4j();
  const openRequests: IncomingMessage[] = [];
  const collector = createServer((request) => void openRequests.push(request.resume()));
  let address = '';
  beforeAll(async () => {
    address = await listen(collector);
  });
  afterAll(() => {
    collector.closeAllConnections();
    collector.close();
  });
  const server = httpServer(() => neo4j.database, {
    get traceEndpoint() {
      return address;
    },
  });

  it('affect neither responses nor shutdown', async () => {
    expect((await server.post({ query: '{ tiers { nodes { slug } } }' })).status).toBe(200);
    await server.app.close();
    expect(openRequests.length).toBeGreaterThan(0);
    // The server has shut down although its last spans are still being sent.
    expect(openRequests.filter(({ socket }) => socket.destroyed)).toEqual([]);
  });
});

describe('tracing without an endpoint', () => {
  it('loads none of the tracing libraries', async () => {
    // A loader reports each module that is imported.
    const program = `
      import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(\`
        import { writeSync } from 'node:fs';
        export async function load(url, context, next) {
          if (url.includes('/@opentelemetry/sdk')) writeSync(1, 'SDK\\\\n');
          return next(url, context);
        }\`));
      const { tracingTo } = await import('./dist/http/tracing.js');
      await import('./dist/server.js');
      console.log(await tracingTo({}, console));
      await tracingTo({ traceEndpoint: 'http://127.0.0.1:1' }, console);
      process.exit(0);`;
    const { output, ended, errors } = runCommand(process.execPath, ['--input-type=module', '-e', program], {});
    expect([await ended, errors()]).toEqual([0, '']);
    expect(output()).toBe('undefined\nSDK\n');
  });
});
