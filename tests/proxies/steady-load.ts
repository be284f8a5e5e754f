import { setTimeout as delay } from 'node:timers/promises';
import type { StartedProxy } from './started-proxy.js';
import { tlsClient, type TlsRequest } from './tls-client.js';

/** How many clients ask by each proxy, and how long each waits between two requests. */
const [clients, pauseMs] = [6, 60];

const preflight = { 'apollo-require-preflight': 'true' };
const query = '{ tools(first: 20) { nodes { name companies { nodes { name } } } } }';

/** What is asked in turn: by POST, by GET, and a file that is sent in parts. */
const turns: readonly (readonly [path: string, request: TlsRequest])[] = [
  ['/graphql', { body: { query } }],
  [`/graphql?query=${encodeURIComponent(query)}`, { headers: preflight }],
  ['/graphql', { body: { query: '{ neighborhood(ids: ["Company:openai"]) { truncated } }' } }],
  ['/export/nodes.csv', {}],
];

/** Requests that go on until they are told to end. */
export interface SteadyLoad {
  /** How many were answered, by each proxy. */
  readonly answered: Readonly<Record<string, number>>;
  /** What came instead of an answer, or an answer that is none. */
  readonly lost: readonly string[];
  /** Waits until every request that was sent is answered. */
  end(): Promise<void>;
}

/** Has clients with open connections ask by each proxy; each request carries the name of its proxy in its id. */
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
