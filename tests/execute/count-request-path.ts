import { Session } from 'node:inspector/promises';
import { pathToFileURL } from 'node:url';
import type * as databaseModule from '../../src/neo4j/database.js';
import type * as serverModule from '../../src/server.js';
import { pino } from 'pino';

/** The code that runs for one request. */
export interface RequestPath {
  readonly files: readonly string[];
  /** Named functions as `file: name`; an anonymous callback counts as part of the function that contains it. */
  readonly functions: readonly string[];
}

const [, , root = '', target = '{}'] = process.argv;
const builtUrl = pathToFileURL(`${root}/dist/`).href;
/** Slugs of companies that no earlier request has used. */
const companies = ['baidu', 'google', 'adobe', 'nvidia', 'ibm', 'tencent', 'alibaba', 'canva'];
const importBuilt = (file: string): Promise<unknown> => import(`${builtUrl}${file}`);

/**
 * Measures by V8 coverage which code of the built server runs for a new operation, a known one and a cached response.
 * A new operation is read by the query that operations share, or by one of its own, as a known one is in the end.
 */
async function measure(): Promise<Record<string, RequestPath>> {
  const { openDatabase } = (await importBuilt('neo4j/database.js')) as typeof databaseModule;
  const database = await openDatabase(JSON.parse(target) as databaseModule.DatabaseTarget); // from request-path.test.ts
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const paths = await withServer(database, undefined, async (sendQuery) => ({
    new: await measureShortestPath(session, (attempt) => sendQuery('openai', `new ${attempt}`)),
  }));
  const pathsOfOwnQueries = await withServer(database, 0, async (sendQuery) => ({
    'new with its own query': await measureShortestPath(session, (attempt) => sendQuery('openai', `new ${attempt}`)),
    known: await measureShortestPath(session, (attempt) => sendQuery(companies[attempt] ?? 'openai')),
    cached: await measureShortestPath(session, () => sendQuery('openai', 'new 0')),
  }));
  await database.close();
  return { ...paths, ...pathsOfOwnQueries };
}

type SendQuery = (slug: string, comment?: string) => Promise<void>;

async function withServer<T>(
  database: databaseModule.Database,
  genericReads: number | undefined,
  work: (sendQuery: SendQuery) => Promise<T>,
): Promise<T> {
  const { createServer } = (await importBuilt('server.js')) as typeof serverModule;
  const read = genericReads === undefined ? {} : { genericReads };
  const app = await createServer({ database, logger: pino({ level: 'silent' }), read });
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  const post = async (body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
    await response.text();
  };
  // The first request also initializes what is initialized lazily.
  await post({ query: '{ __typename }' });
  const result = await work((slug, comment = '') => {
    const query = `query ($slug: String!) { company(slug: $slug) { name kind tools(first: 5) { nodes { name } } } } # ${comment}`;
    return post({ query, variables: { slug } });
  });
  await app.close();
  return result;
}

// Takes the shortest of several runs: in others the server may also refresh the data version.
async function measureShortestPath(
  session: Session,
  sendRequest: (attempt: number) => Promise<void>,
): Promise<RequestPath> {
  const paths: RequestPath[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) paths.push(await measurePath(session, () => sendRequest(attempt)));
  return paths.reduce((shortest, path) => (path.functions.length < shortest.functions.length ? path : shortest));
}

async function measurePath(session: Session, sendRequest: () => Promise<void>): Promise<RequestPath> {
  await session.post('Profiler.takePreciseCoverage');
  await sendRequest();
  // Include work after the response, such as metrics.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const executed = result
    .filter(({ url }) => url.startsWith(builtUrl))
    .map(({ url, functions }) => ({
      file: url.slice(builtUrl.length),
      names: functions
        .filter(({ ranges: [range], functionName }) => (range?.count ?? 0) > 0 && /^[^<]/.test(functionName))
        .map(({ functionName }) => functionName),
    }))
    .filter(({ names }) => names.length > 0);
  return {
    files: executed.map(({ file }) => file),
    functions: executed.flatMap(({ file, names }) => names.map((name) => `${file}: ${name}`)),
  };
}

process.stdout.write(JSON.stringify(await measure()));
process.exit(0);
