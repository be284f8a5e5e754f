import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../src/neo4j/database.js';
import { defaultHttpConfig, type HttpConfig } from '../../src/http/http-config.js';
import { createServer, type ServerDependencies } from '../../src/server.js';

/** A GraphQL response. */
export interface GraphqlResponse<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlResponseError[];
}

/** An error of a GraphQL response, with the properties that clients may rely on. */
export interface GraphqlResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

/** Values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** A listening server for the tests of one file; usable from `beforeAll` on. */
export interface Api {
  /** URL of the GraphQL endpoint, for clients that send requests themselves. */
  readonly url: string;
  /** Sends an operation over HTTP and returns the response. */
  send<T>(query: string, variables?: Variables, operationName?: string): Promise<GraphqlResponse<T>>;
  /** Sends an operation over HTTP and returns its data; throws if the response has errors. */
  query<T>(query: string, variables?: Variables): Promise<T>;
}

/** Server options that replace the defaults. */
export type ServerOptions = Omit<ServerDependencies, 'database' | 'logger'>;

/** The default HTTP settings, with an operation timeout that a slow machine meets; timeout tests set their own. */
export const testHttpConfig: HttpConfig = { ...defaultHttpConfig, operationTimeoutMs: 600_000 };

/** A listening server. */
export interface StartedServer extends Pick<Api, 'url' | 'send'> {
  /** The log lines of level error and above. */
  readonly log: readonly string[];
  /** Stops listening and waits for pending requests. */
  close(): Promise<void>;
}

/** Starts a server for a database on a free port. */
export async function startServer(database: Database, options: ServerOptions = {}): Promise<StartedServer> {
  const log: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void log.push(line) });
  const app = await createServer({ database, http: testHttpConfig, ...options, logger });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  return {
    url,
    log,
    send: (query, variables, operationName) => post(url, { query, variables, operationName }),
    close: () => app.close(),
  };
}

/** Runs a server on a free port during the tests of a file; `getDatabase` is called in `beforeAll`. */
export function serveApi(getDatabase: () => Database, options: ServerOptions = {}): Api {
  let server: StartedServer | undefined;
  beforeAll(async () => {
    server = await startServer(getDatabase(), options);
  });
  afterAll(() => server?.close());
  const requireServer = (): StartedServer => {
    if (!server) throw new Error('The server is used before "beforeAll" has started it.');
    return server;
  };
  return {
    get url() {
      return requireServer().url;
    },
    send: (query, variables, operationName) => requireServer().send(query, variables, operationName),
    query: async <T>(query: string, variables?: Variables) =>
      dataOf(await requireServer().send<T>(query, variables), requireServer().log),
  };
}

async function post<T>(url: string, body: object): Promise<GraphqlResponse<T>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as GraphqlResponse<T>; // the caller chooses the type that matches its query
}

function dataOf<T>({ data, errors }: GraphqlResponse<T>, log: readonly string[]): T {
  if (!errors && data) return data;
  // The response hides the cause of an internal error; the log has it.
  throw new Error(`Expected a response without errors, found ${JSON.stringify(errors)}.\n${log.join('')}`);
}
