import autocannon from 'autocannon';
import { codesOf, dataOf } from './answer.js';
import type { Tally } from './tally.js';

/** An operation of the load and the data that is its right answer, as JSON. */
export interface Question {
  readonly query: string;
  readonly data: string;
}

/** How the load is sent, and how late an answer may be. */
export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly requestsPerSecond: number;
  readonly mostMs: number;
}

const listed = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT', 'OVERLOADED']);
const headers = { 'content-type': 'application/json' };
let asked = 0;

/** Sends the questions again and again by autocannon and judges every answer, until it is told to stop. */
export function startLoad(options: LoadOptions, questions: readonly Question[], tally: Tally): () => Promise<void> {
  const { url, connections, requestsPerSecond, mostMs } = options;
  const requests = questions.flatMap((question) => [kept(question, tally), fresh(question, tally)]);
  let finished = (): void => undefined;
  const done = new Promise<void>((resolve) => (finished = resolve));
  const running = autocannon(
    {
      url: `${url}/graphql`,
      ...{ connections, requests, overallRate: requestsPerSecond, ignoreCoordinatedOmission: true },
      duration: 3_600,
      // A request that is not answered in three times the time that it may take never is.
      timeout: Math.ceil((3 * mostMs) / 1_000),
    },
    () => finished(),
  );
  running.on('response', (_client, _status, _bytes, elapsedMs) => {
    tally.slowestMs = Math.max(tally.slowestMs, Math.round(elapsedMs));
    if (elapsedMs > mostMs) tally.late += 1;
  });
  running.on('reqError', () => void (tally.hung += 1));
  return () => {
    running.stop();
    return done;
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
