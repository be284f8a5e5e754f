import autocannon from 'autocannon';
import { setTimeout as delay } from 'node:timers/promises';
import { codesOf, dataOf } from './answer.js';
import type { Tally } from './tally.js';

/** An operation of the load, and the data of its correct response as JSON. */
export interface Question {
  readonly query: string;
  readonly data: string;
}

/** Where and how fast the load is sent. */
export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
}

/** A running load. */
export interface Load {
  /** Resolves once every connection has received a response to each of its requests, or one request hangs. */
  readonly answered: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const listed = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT', 'OVERLOADED']);
const headers = { 'content-type': 'application/json' };
/** A request without a response by then counts as hung. */
const mostSeconds = 120;
let asked = 0;

/** Sends the operations repeatedly with autocannon and checks every response, until it is stopped. */
export function startLoad(options: LoadOptions, questions: readonly Question[], tally: Tally): Load {
  const { url, connections, requestsPerSecond } = options;
  const requests = questions.flatMap((question) => [kept(question, tally), fresh(question, tally)]);
  let finished = (): void => undefined;
  const done = new Promise<void>((resolve) => (finished = resolve));
  const running = autocannon(
    {
      url: `${url}/graphql`,
      ...{ connections, requests, overallRate: requestsPerSecond, ignoreCoordinatedOmission: true },
      duration: 3_600,
      timeout: mostSeconds,
    },
    () => finished(),
  );
  return {
    answered: countAnswers(running, tally, { connections, each: requests.length }),
    stop: () => {
      running.stop();
      return done;
    },
  };
}

/** Counts the responses; returns a function that waits until each connection has had more than `each`, or one hangs. */
function countAnswers(
  running: autocannon.Instance,
  tally: Tally,
  { connections, each }: { readonly connections: number; readonly each: number },
): Load['answered'] {
  const answers = new Map<unknown, number>();
  running.on('response', (client, _status, _bytes, elapsedMs) => {
    tally.slowestMs = Math.max(tally.slowestMs, Math.round(elapsedMs));
    answers.set(client, (answers.get(client) ?? 0) + 1);
  });
  running.on('reqError', () => void (tally.hung += 1));
  return async () => {
    answers.clear();
    const hungBefore = tally.hung;
    const isDone = (): boolean => [...answers.values()].filter((count) => count > each).length === connections;
    while (!isDone() && tally.hung === hungBefore) await delay(20);
  };
}

/** A request that is the same each time, so that its response is cached. */
function kept({ query, data }: Question, tally: Tally): autocannon.Request {
  return { method: 'POST', headers, body: JSON.stringify({ query }), onResponse: judge(data, tally) };
}

/** A request that differs each time, so that the response cache is bypassed. */
function fresh({ query, data }: Question, tally: Tally): autocannon.Request {
  return {
    ...{ method: 'POST', headers, onResponse: judge(data, tally) },
    setupRequest: (request) => ({ ...request, body: freshBody(query) }),
  };
}

/** A request body that was never sent before. */
export function freshBody(query: string): string {
  return JSON.stringify({ query, extensions: { asked: (asked += 1) } });
}

function judge(expected: string, tally: Tally) {
  return (status: number, body: string, _context: object, answered: autocannon.Request['headers'] = {}): void => {
    if (status === 200 && dataOf(body) === expected) {
      if ('x-atlas-stale' in answered) tally.kept += 1;
      else tally.right += 1;
      return;
    }
    const codes = codesOf(body);
    const isRefusal = status === 503 && 'retry-after' in answered && codes.length > 0;
    if (isRefusal && codes.every((code) => listed.has(code))) tally.refused += 1;
    else {
      tally.wrong += 1;
      console.log(`Wrong: ${status} ${body.slice(0, 500)}`);
      tally.examples.push(`${status} ${body.slice(0, 300)}`);
    }
  };
}
