import autocannon from 'autocannon';
import { setTimeout as delay } from 'node:timers/promises';
import { codesOf, dataOf } from './response.js';
import type { Tally } from './tally.js';

/** An operation of the load, and the data of its correct response as JSON. */
export interface LoadOperation {
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
  readonly waitForResponses: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const refusalCodes = new Set(['DATABASE_UNAVAILABLE', 'DATABASE_TIMEOUT', 'OVERLOADED']);
const headers = { 'content-type': 'application/json' };
/** A request without a response by then counts as hung. */
const maxSeconds = 120;
let requestNumber = 0;

/** Sends the operations repeatedly with autocannon and checks every response, until it is stopped. */
export function startLoad(options: LoadOptions, operations: readonly LoadOperation[], tally: Tally): Load {
  const { url, connections, requestsPerSecond } = options;
  const requests = operations.flatMap((operation) => [
    cachedRequest(operation, tally),
    uncachedRequest(operation, tally),
  ]);
  let finished = (): void => undefined;
  const done = new Promise<void>((resolve) => (finished = resolve));
  const running = autocannon(
    {
      url: `${url}/graphql`,
      ...{ connections, requests, overallRate: requestsPerSecond, ignoreCoordinatedOmission: true },
      duration: 3_600,
      timeout: maxSeconds,
    },
    () => finished(),
  );
  return {
    waitForResponses: countResponses(running, tally, { connections, each: requests.length }),
    stop: () => {
      running.stop();
      return done;
    },
  };
}

/** Counts the responses; returns a function that waits until each connection has had more than `each`, or one hangs. */
function countResponses(
  running: autocannon.Instance,
  tally: Tally,
  { connections, each }: { readonly connections: number; readonly each: number },
): Load['waitForResponses'] {
  const responseCounts = new Map<unknown, number>();
  running.on('response', (client, _status, _bytes, elapsedMs) => {
    tally.slowestMs = Math.max(tally.slowestMs, Math.round(elapsedMs));
    responseCounts.set(client, (responseCounts.get(client) ?? 0) + 1);
  });
  running.on('reqError', () => void (tally.hung += 1));
  return async () => {
    responseCounts.clear();
    const hungBefore = tally.hung;
    const isDone = (): boolean => [...responseCounts.values()].filter((count) => count > each).length === connections;
    while (!isDone() && tally.hung === hungBefore) await delay(20);
  };
}

/** A request that is the same each time, so that its response is cached. */
function cachedRequest({ query, data }: LoadOperation, tally: Tally): autocannon.Request {
  return { method: 'POST', headers, body: JSON.stringify({ query }), onResponse: checkResponse(data, tally) };
}

/** A request that differs each time, so that the response cache is bypassed. */
function uncachedRequest({ query, data }: LoadOperation, tally: Tally): autocannon.Request {
  return {
    ...{ method: 'POST', headers, onResponse: checkResponse(data, tally) },
    setupRequest: (request) => ({ ...request, body: freshBody(query) }),
  };
}

/** A request body that was never sent before. */
export function freshBody(query: string): string {
  return JSON.stringify({ query, extensions: { asked: (requestNumber += 1) } });
}

function checkResponse(expected: string, tally: Tally) {
  return (status: number, body: string, _context: object, answered: autocannon.Request['headers'] = {}): void => {
    if (status === 200 && dataOf(body) === expected) {
      if ('x-atlas-stale' in answered) tally.stale += 1;
      else tally.correct += 1;
      return;
    }
    const codes = codesOf(body);
    const isRefusal = status === 503 && 'retry-after' in answered && codes.length > 0;
    if (isRefusal && codes.every((code) => refusalCodes.has(code))) tally.refused += 1;
    else {
      tally.wrong += 1;
      console.log(`Wrong: ${status} ${body.slice(0, 500)}`);
      tally.examples.push(`${status} ${body.slice(0, 300)}`);
    }
  };
}
