import autocannon from 'autocannon';
import { setTimeout as delay } from 'node:timers/promises';
import { codesOf, dataOf } from './answer.js';
import type { Tally } from './tally.js';

/** An operation of the load and the data that is its right answer, as JSON. */
export interface Question {
  readonly query: string;
  readonly data: string;
}

/** How the load is sent. */
export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
}

/** A load that goes on. */
export interface Load {
  /** Resolves once every connection has sent each of its requests and been answered; what never is counts as hung. */
  readonly answered: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const listed = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT', 'OVERLOADED']);
const headers = { 'content-type': 'application/json' };
/** A request that is not answered by then never is. */
const mostSeconds = 120;
let asked = 0;

/** Sends the questions again and again by autocannon and judges every answer, until it is told to stop. */
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

/** Counts the answers of a load; gives what waits until each connection has had more than so many, or one hangs. */
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

/** A request that is the same each time: its answer is kept. */
function kept({ query, data }: Question, tally: Tally): autocannon.Request {
  return { method: 'POST', headers, body: JSON.stringify({ query }), onResponse: judge(data, tally) };
}

/** A request whose text differs each time, so that no kept answer serves it. */
function fresh({ query, data }: Question, tally: Tally): autocannon.Request {
  return {
    ...{ method: 'POST', headers, onResponse: judge(data, tally) },
    setupRequest: (request) => ({ ...request, body: freshBody(query) }),
  };
}

/** The body of a request that nobody has sent before. */
export function freshBody(query: string): string {
  return JSON.stringify({ query, extensions: { asked: (asked += 1) } });
}

function judge(expected: string, tally: Tally) {
  return (status: number, body: string, _context: object, answered: autocannon.Request['headers'] = {}): void => {
    if (status === 200 && dataOf(body) === expected) {
      tally['x-atlas-stale' in answered ? 'kept' : 'right'] += 1;
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
