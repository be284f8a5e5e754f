import { setTimeout as delay } from 'node:timers/promises';
import type { StartedProxy } from './started-proxy.js';
import { createTlsClient, type TlsRequest } from './tls-client.js';

/** The number of clients per proxy, and the pause of each client between two requests. */
const [clientCount, pauseMs] = [6, 60];

const preflight = { 'apollo-require-preflight': 'true' };
const query = '{ tools(first: 20) { nodes { name companies { nodes { name } } } } }';

/** The requests, sent in turn: by POST, by GET, and for a chunked file. */
const requestCycle: readonly (readonly [path: string, request: TlsRequest])[] = [
  ['/graphql', { body: { query } }],
  [`/graphql?query=${encodeURIComponent(query)}`, { headers: preflight }],
  ['/graphql', { body: { query: '{ neighborhood(ids: ["Company:openai"]) { truncated } }' } }],
  ['/export/nodes.csv', {}],
];

/** A continuous load of requests. */
export interface SteadyLoad {
  /** Number of successful requests per proxy. */
  readonly successCounts: Readonly<Record<string, number>>;
  /** The failed requests with their errors. */
  readonly failures: readonly string[];
  /** Stops the load and waits for the pending requests. */
  stop(): Promise<void>;
}

/** Starts clients with keep-alive connections to each proxy; the id of a request starts with the name of its proxy. */
export function startLoad(proxies: readonly StartedProxy[], certificate: string): SteadyLoad {
  const successCounts: Record<string, number> = {};
  const failures: string[] = [];
  let isStopped = false;
  let sentCount = 0;
  const runClient = async ({ name, address }: StartedProxy): Promise<void> => {
    const client = createTlsClient(certificate);
    while (!isStopped) {
      sentCount += 1;
      const [path, request] = requestCycle[sentCount % requestCycle.length] ?? ['/', {}];
      const id = `${name}-${String(sentCount).padStart(6, '0')}`;
      const headers = { ...request.headers, 'x-request-id': id };
      const failure = await client.send(`${address}${path}`, { ...request, headers }).then(
        ({ status, text }) => (status === 200 && !text.includes('"errors"') ? undefined : `${status} ${text}`),
        (error: unknown) => String(error),
      );
      if (failure === undefined) successCounts[name] = (successCounts[name] ?? 0) + 1;
      else failures.push(`${id} ${path}: ${failure.slice(0, 300)}`);
      await delay(pauseMs);
    }
    client.close();
  };
  const loops = proxies.flatMap((proxy) => Array.from({ length: clientCount }, () => runClient(proxy)));
  return {
    successCounts,
    failures,
    stop: async () => {
      isStopped = true;
      await Promise.all(loops);
    },
  };
}
