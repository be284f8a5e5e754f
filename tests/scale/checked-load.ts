import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** The pause of a client between two requests. */
const pauseMs = 20;

const preflight = { 'apollo-require-preflight': 'true' };

/** Each operation also reads which data it is answered from. */
const fields = [
  'companies(first: 90) { totalCount nodes { name summary tools { nodes { name summary } } } }',
  'company(slug: "openai") { name summary degree relations(first: 40) { nodes { id from { id } to { id summary } } } }',
  'search(text: "image generation", first: 50) { totalCount nodes { id name summary } }',
  'neighborhood(ids: ["Company:openai"], depth: 2) { nodes { id name summary } links { id } }',
  'paths(from: "Company:google", to: "Tool:chatgpt") { nodes { id summary } relations { id } }',
  'statistics(first: 20) { nodes { name summary value year } }',
];

/** The operations of the load. */
export const queries = fields.map((field) => `{ dataset { version hash } ${field} }`);

const responseSchema = z.strictObject({
  data: z.looseObject({ dataset: z.object({ version: z.string(), hash: z.string() }) }),
  extensions: z.unknown(),
});

/** A correct response. */
export interface Answer {
  /** The name of the client. */
  readonly client: string;
  readonly query: string;
  /** The version of the data in the response. */
  readonly version: string;
  /** The `data` of the response, as JSON. */
  readonly data: string;
  /** When the request was sent, in milliseconds of `performance.now()`. */
  readonly sentAt: number;
}

/** Clients that send requests until they are stopped. */
export interface CheckedLoad {
  readonly answers: readonly Answer[];
  /** The requests without a correct response. */
  readonly failures: readonly string[];
  /** Starts a client, and returns a function that stops it after its last response. */
  startClient(client: string, address: string): () => Promise<void>;
}

/** Creates a load without clients. */
export function createLoad(): CheckedLoad {
  const answers: Answer[] = [];
  const failures: string[] = [];
  const knownData = new Map<string, string>();
  // Equal texts share memory.
  const addAnswer = (answer: Answer): void => {
    const data = knownData.get(answer.data) ?? answer.data;
    knownData.set(data, data);
    answers.push({ ...answer, data });
  };
  const startClient = (client: string, address: string): (() => Promise<void>) => {
    let isStopped = false;
    const run = async (): Promise<void> => {
      for (let count = 0; !isStopped; count += 1) {
        const query = queries[count % queries.length] ?? '';
        try {
          addAnswer(await ask(address, query, { client, count }));
        } catch (error) {
          const at = new Date().toISOString();
          failures.push(`${at} ${client} ${query}: ${error instanceof Error ? describe(error) : String(error)}`);
        }
        await delay(pauseMs);
      }
    };
    const running = run();
    return () => {
      isStopped = true;
      return running;
    };
  };
  return { answers, failures, startClient };
}

/** Sends a query, in turn by POST and GET; throws unless the response is complete, without errors. */
async function ask(
  address: string,
  query: string,
  { client, count }: { client: string; count: number },
): Promise<Answer> {
  const sentAt = performance.now();
  const headers = { ...preflight, 'x-request-id': `${client}-${String(count).padStart(8, '0')}` };
  const post = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
  const response = await (Math.floor(count / queries.length) % 2 === 0
    ? fetch(`${address}/graphql`, post)
    : fetch(`${address}/graphql?query=${encodeURIComponent(query)}`, { headers }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 300)}`);
  const result = responseSchema.safeParse(JSON.parse(text));
  if (!result.success) throw new Error(text.slice(0, 300));
  const { data } = result.data;
  const { version } = data.dataset;
  const [otherVersion] = findVersions(text).filter((found) => found !== version);
  if (otherVersion !== undefined) throw new Error(`Expected summaries of version ${version}, found ${otherVersion}.`);
  return { client, query, version, data: JSON.stringify(data), sentAt };
}

/** The versions that end the summaries of a response. */
function findVersions(text: string): string[] {
  return [...text.matchAll(/ \((\d\.\d\.\d)\)"/g)].map(([, version = '']) => version);
}

function describe({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

/** Returns the answers that differ from an earlier one to the same query from the same data. */
export function findContradictions(answers: readonly Answer[]): readonly Answer[] {
  const firstData = new Map<string, string>();
  return answers.filter(({ version, query, data }) => {
    const key = `${version} ${query}`;
    if (!firstData.has(key)) firstData.set(key, data);
    return firstData.get(key) !== data;
  });
}
