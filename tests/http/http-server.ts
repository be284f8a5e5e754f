import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { defaultHttpConfig, type HttpConfig } from '../../src/http/http-config.js';
import type { Database } from '../../src/neo4j/database.js';
import { createServer } from '../../src/server.js';

/** A GraphQL response with its HTTP status and headers. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The response body, parsed as JSON. */
  readonly body: GraphqlBody;
}

/** The parts of a GraphQL response that the tests read. */
export interface GraphqlBody {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: {
    readonly cost?: { readonly cost: number; readonly limit: number };
    readonly requestId?: string;
  };
}

/** A listening server for the tests of one file; its members may be used from `beforeAll` on. */
export interface HttpServer {
  readonly address: string;
  readonly app: FastifyInstance;
  /** The lines of the log, each a JSON object. */
  readonly log: readonly string[];
  /** Sends an operation as JSON. */
  post(body: object, headers?: Readonly<Record<string, string>>): Promise<HttpResponse>;
  /** Posts a body as it is, to GraphQL's path. */
  send(init: Pick<RequestInit, 'headers' | 'body'>): Promise<HttpResponse>;
  /** Sends a GET request. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<HttpResponse>;
}

/** Starts a server with the given settings before the tests of a `describe` or file, and closes it after them. */
export function httpServer(
  getDatabase: () => Database,
  settings: Partial<HttpConfig> = {},
  isCacheEnabled = true,
): HttpServer {
  const log: string[] = [];
  let running: { app: FastifyInstance; address: string } | undefined;
  const get = (): { app: FastifyInstance; address: string } => {
    if (!running) throw new Error('The server is used before "beforeAll" has started it.');
    return running;
  };
  beforeAll(async () => {
    const logger = pino({ level: 'info' }, { write: (line: string) => void log.push(line) });
    const read = { executor: 'jit', isCacheEnabled, cacheUrl: undefined } as const;
    const http = { ...defaultHttpConfig, ...settings };
    const app = await createServer({ database: getDatabase(), logger, read, http });
    running = { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) };
  });
  afterAll(() => running?.app.close());
  return {
    log,
    get address() {
      return get().address;
    },
    get app() {
      return get().app;
    },
    post: (body, headers = {}) =>
      send(`${get().address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    send: (init) => send(`${get().address}/graphql`, { method: 'POST', ...init }),
    get: (path, headers = {}) => send(`${get().address}${path}`, { headers }),
  };
}

async function send(url: string, init: RequestInit): Promise<HttpResponse> {
  const response = await fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    get body() {
      return JSON.parse(text) as GraphqlBody; // the tests check the parts that they read
    },
  };
}

/** The codes of a response's errors. */
export function codesOf({ body }: HttpResponse): string[] {
  return (body.errors ?? []).map(({ extensions }) => extensions.code);
}
