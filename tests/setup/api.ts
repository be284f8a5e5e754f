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

/** Builds the server on a database, once it is there, and has it listen on a free port while the file's tests run. */
export function listen(provide: () => Database, settings: Settings = {}): Api {
  let address = '';
  const log: string[] = [];
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const app = await createServer({
      database: provide(),
      http: patientHttp,
      ...settings,
      logger: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }),
    });
    address = await app.listen({ port: 0, host: '127.0.0.1' });
    close = () => app.close();
  });
  afterAll(() => close?.());
  const send = <T>(query: string, variables?: Variables, operationName?: string): Promise<Answer<T>> =>
    post(`${address}/graphql`, { query, variables, operationName });
  return {
    get url() {
      return `${address}/graphql`;
    },
    send,
    ask: async <T>(query: string, variables?: Variables) => dataOf(await send<T>(query, variables), log),
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
