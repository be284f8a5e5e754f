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
      if (request.url?.endsWith('/v1/traces')) this.take(JSON.parse(Buffer.concat(chunks).toString()) as Export); // OTLP/JSON
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
  async of(requestId: string, atLeast: number): Promise<readonly Span[]> {
    const found = (): Span[] => this.spans.filter((span) => JSON.stringify(span.attributes).includes(requestId));
    await expect.poll(() => found().length).toBeGreaterThanOrEqual(atLeast);
    return found();
  }

  private take({ resourceSpans }: Export): void {
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

function attribute(span: Pick<Span, 'attributes'> | undefined, name: string): unknown {
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
  const held = new Map<string, () => void>();
  const holds = new Set<string>();
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: async (statement) => {
        if (holds.has(statement.name)) await new Promise<void>((resolve) => held.set(statement.name, resolve));
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
    const trace = 'a'.repeat(32);
    await server.post(
      { query: 'query Named { tiers { nodes { slug } } }' },
      { 'x-request-id': 'traced-request', traceparent: `00-${trace}-${'b'.repeat(16)}-01` },
    );
    const spans = await collector.of('traced-request', 3);
    const named = (name: string): Span | undefined => spans.find((span) => span.name === name);
    const [request, operation, statement] = [named('POST /graphql'), named('query'), named('tiers')];
    expect(spans.map(({ traceId }) => traceId)).toEqual([trace, trace, trace]);
    expect(request?.parentSpanId).toBe('b'.repeat(16));
    expect(operation?.parentSpanId).toBe(request?.spanId);
    expect(statement?.parentSpanId).toBe(operation?.spanId);
    expect(attribute(request, 'http.response.status_code')).toBe(200);
    expect(attribute(operation, 'graphql.operation.name')).toBe('Named');
    expect(attribute(statement, 'db.operation.batch.size')).toBe(1);
    expect(collector.paths).toEqual(new Set(['/v1/traces']));
    const values = (name: string) => new Set(collector.resources.map((attributes) => attribute({ attributes }, name)));
    expect(values('service.name')).toEqual(new Set(['aigc-atlas']));
    expect(values('service.version')).toEqual(new Set([version]));
    expect([...values('service.instance.id')]).toEqual([expect.stringMatching(/^[\da-f-]{36}$/)]);
  });

  it('link the span of a batched statement to all requests of the batch', async () => {
    const slugs = ['openai', 'google', 'microsoft', 'ibm', 'baidu', 'tencent', 'adobe', 'meta', 'nvidia', 'alibaba'];
    const ask = (slug: string, id: string) =>
      server.post({ query: `{ company(slug: "${slug}") { slug } }` }, { 'x-request-id': `shared-${id}` });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(slugs.map((slug, index) => ask(slug, `${round}-${index}`)));
    }
    const spans = await collector.of('shared-', 110);
    const statements = spans.filter(({ name }) => name === 'company');
    const shared = statements.filter((span) => Number(attribute(span, 'db.operation.batch.size')) > 1);
    expect(shared.length).toBeGreaterThan(0);
    for (const span of shared) {
      expect(1 + (span.links?.length ?? 0)).toBe(attribute(span, 'db.operation.batch.size'));
    }
  });

  it('are separate for two concurrent requests with the same id', async () => {
    const names = ['stages', 'segments'] as const;
    const traces = { stages: '1'.repeat(32), segments: '2'.repeat(32) };
    const ask = (name: (typeof names)[number]) =>
      server.post(
        { query: `{ ${name} { nodes { slug } } }` },
        { 'x-request-id': 'same-for-two', traceparent: `00-${traces[name]}-${'b'.repeat(16)}-01` },
      );
    for (const name of names) holds.add(name);
    const first = ask('stages');
    await expect.poll(() => held.has('stages')).toBe(true);
    const second = ask('segments');
    await expect.poll(() => held.has('segments')).toBe(true);
    holds.clear();
    held.get('stages')?.();
    await first;
    held.get('segments')?.();
    await second;
    const spans = await collector.of('same-for-two', 6);
    for (const name of names) {
      const own = spans.filter(({ traceId }) => traceId === traces[name]);
      const named = (wanted: string): Span | undefined => own.find((span) => span.name === wanted);
      expect(own.map((span) => span.name).toSorted()).toEqual(['POST /graphql', 'query', name].toSorted());
      expect(named(name)?.parentSpanId).toBe(named('query')?.spanId);
      expect(named('query')?.parentSpanId).toBe(named('POST /graphql')?.spanId);
      expect(attribute(named('POST /graphql'), 'http.response.status_code')).toBe(200);
    }
  });

  it('mark failed operations with their error code', async () => {
    await server.post({ query: '{ nothing }' }, { 'x-request-id': 'fails-soon' });
    const operation = (await collector.of('fails-soon', 2)).find(({ name }) => name === 'graphql');
    expect(attribute(operation, 'error.type')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(operation?.status.code).toBe(2);
  });

  it('do not include health checks and metrics requests', async () => {
    for (const path of ['/livez', '/readyz', '/metrics']) {
      expect((await server.get(path, { 'x-request-id': 'operator-asks' })).status).toBe(200);
    }
    await server.post({ query: '{ __typename }' }, { 'x-request-id': 'somebody-asks' });
    await collector.of('somebody-asks', 2);
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
  const unanswered: IncomingMessage[] = [];
  const collector = createServer((request) => void unanswered.push(request.resume()));
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
    expect(unanswered.length).toBeGreaterThan(0);
    // The server has shut down although its last spans are still being sent.
    expect(unanswered.filter(({ socket }) => socket.destroyed)).toEqual([]);
  });
});

describe('tracing without an endpoint', () => {
  it('loads none of the tracing libraries', async () => {
    const program = `
      const { tracingTo } = await import('./dist/http/tracing.js');
      const { createRequire } = await import('node:module');
      await import('./dist/server.js');
      const { cache } = createRequire(import.meta.url);
      const isLoaded = () => Object.keys(cache).some((file) => file.includes('otlp-exporter-base'));
      console.log(await tracingTo({}, console), isLoaded());
      await tracingTo({ traceEndpoint: 'http://127.0.0.1:1' }, console);
      console.log(isLoaded());
      process.exit(0);`;
    const { output, ended, errors } = runCommand(process.execPath, ['--input-type=module', '-e', program], {});
    expect([await ended, errors()]).toEqual([0, '']);
    expect(output()).toBe('undefined false\ntrue\n');
  });
});
