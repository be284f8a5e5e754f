import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../src/neo4j/database.js';
import { defaultHttpConfig, type HttpConfig } from '../../src/http/http-config.js';
import { createServer, type ServerDependencies } from '../../src/server.js';

/** A GraphQL answer as it comes over HTTP. */
export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly AnswerError[];
}

/** An error of an answer, as far as clients may rely on it. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string };
}

/** Values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** A listening server, for the tests of one file; its members may be used from `beforeAll` on. */
export interface Api {
  /** Where GraphQL is served, for clients that send requests themselves. */
  readonly url: string;
  /** Sends an operation over HTTP and gives the whole answer. */
  send<T>(query: string, variables?: Variables, operationName?: string): Promise<Answer<T>>;
  /** Sends an operation over HTTP and gives its data; fails with the errors where there are any. */
  ask<T>(query: string, variables?: Variables): Promise<T>;
}

/** How the server reads, where that is not left to its defaults. */
export type Settings = Omit<ServerDependencies, 'database' | 'logger'>;

/** The defaults, but operations may take as long as a busy machine needs: tests of the deadline set their own. */
export const patientHttp: HttpConfig = { ...defaultHttpConfig, operationTimeoutMs: 600_000 };

/** A server that listens until it is closed. */
export interface StartedServer extends Pick<Api, 'url' | 'send'> {
  /** What it has logged of errors. */
  readonly log: readonly string[];
  /** Closes it, once its requests are answered. */
  close(): Promise<void>;
}

/** Builds the server on a database and has it listen on a free port. */
export async function startServer(database: Database, settings: Settings = {}): Promise<StartedServer> {
  const log: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void log.push(line) });
  const app = await createServer({ database, http: patientHttp, ...settings, logger });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  return {
    url,
    log,
    send: (query, variables, operationName) => post(url, { query, variables, operationName }),
    close: () => app.close(),
  };
}

/** Builds the server on a database, once it is there, and has it listen on a free port while the file's tests run. */
export function listen(provide: () => Database, settings: Settings = {}): Api {
  let server: StartedServer | undefined;
  beforeAll(async () => {
    server = await startServer(provide(), settings);
  });
  afterAll(() => server?.close());
  const started = (): StartedServer => {
    if (!server) throw new Error('The server is used before "beforeAll" has started it.');
    return server;
  };
  return {
    get url() {
      return started().url;
    },
    send: (query, variables, operationName) => started().send(query, variables, operationName),
    ask: async <T>(query: string, variables?: Variables) =>
      dataOf(await started().send<T>(query, variables), started().log),
  };
}

async function post<T>(url: string, body: object): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Answer<T>; // the caller names the type its own query asks for
}

function dataOf<T>({ data, errors }: Answer<T>, log: readonly string[]): T {
  if (!errors && data) return data;
  // Clients see little of a failure: what the server logged shows its cause.
  throw new Error(`The operation must answer without errors, found ${JSON.stringify(errors)}.\n${log.join('')}`);
}
