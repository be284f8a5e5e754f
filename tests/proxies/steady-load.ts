import { setTimeout as delay } from 'node:timers/promises';
import type { StartedProxy } from './started-proxy.js';
import { tlsClient, type TlsRequest } from './tls-client.js';

/** The number of clients per proxy, and the pause of each client between two requests. */
const [clients, pauseMs] = [6, 60];

const preflight = { 'apollo-require-preflight': 'true' };
const query = '{ tools(first: 20) { nodes { name companies { nodes { name } } } } }';

/** The requests, sent in turn: by POST, by GET, and for a chunked file. */
const turns: readonly (readonly [path: string, request: TlsRequest])[] = [
  ['/graphql', { body: { query } }],
  [`/graphql?query=${encodeURIComponent(query)}`, { headers: preflight }],
  ['/graphql', { body: { query: '{ neighborhood(ids: ["Company:openai"]) { truncated } }' } }],
  ['/export/nodes.csv', {}],
];

/** A continuous load of requests. */
export interface SteadyLoad {
  /** Number of successful requests per proxy. */
  readonly answered: Readonly<Record<string, number>>;
  /** The failed requests with their errors. */
  readonly lost: readonly string[];
  /** Stops the load and waits for the pending requests. */
  end(): Promise<void>;
}

/** Starts clients with keep-alive connections to each proxy; the id of a request starts with the name of its proxy. */
export function startLoad(proxies: readonly StartedProxy[], certificate: string): SteadyLoad {
  const answered: Record<string, number> = {};
  const lost: string[] = [];
  let isOver = false;
  let sent = 0;
  const ask = async ({ name, address }: StartedProxy): Promise<void> => {
    const client = tlsClient(certificate);
    while (!isOver) {
      sent += 1;
      const [path, request] = turns[sent % turns.length] ?? ['/', {}];
      const id = `${name}-${String(sent).padStart(6, '0')}`;
      const headers = { ...request.headers, 'x-request-id': id };
      const found = await client.send(`${address}${path}`, { ...request, headers }).then(
        ({ status, text }) => (status === 200 && !text.includes('"errors"') ? undefined : `${status} ${text}`),
        (error: unknown) => String(error),
      );
      if (found === undefined) answered[name] = (answered[name] ?? 0) + 1;
      else lost.push(`${id} ${path}: ${found.slice(0, 300)}`);
      await delay(pauseMs);
    }
    client.close();
  };
  const loops = proxies.flatMap((proxy) => Array.from({ length: clients }, () => ask(proxy)));
  return {
    answered,
    lost,
    end: async () => {
      isOver = true;
      await Promise.all(loops);
    },
  };
}
