import { expect, afterAll, beforeAll } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpResponse, type HttpServer } from './http-server.js';

/** Texts that would do harm if they became part of a statement's text. */
export const hostileTexts = [
  `' OR 1=1 //`,
  `"}) DETACH DELETE n //`,
  '`) MATCH (n) DETACH DELETE n WITH 1 AS x MATCH (`n',
  `'}) WITH 1 AS x MATCH (n) SET n.name = 'taken' //`,
  `\\u0027 CALL { MATCH (n) DETACH DELETE n } IN TRANSACTIONS`,
  '{{}}$batch.requests[0]${text}',
  `*:* AND name:/[/ OR ~ ^ "`,
  '\u0000\u0001\n\t\ud800',
  '图像" `{}` 😀',
  'x'.repeat(4_000),
];

/** Starts a server on the shared Neo4j, and fails if the graph has changed after the tests. */
export function serverWithUnchangedGraph(): HttpServer {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { operationTimeoutMs: 600_000 }, false);
  const countGraph = (): Promise<unknown> =>
    neo4j.database.read({
      name: 'count',
      text: 'MATCH (n) WITH count(n) AS nodes, sum(size(keys(n))) AS keys, sum(size(coalesce(n.name, ""))) AS names MATCH ()-[r]->() RETURN nodes, keys, names, count(r) AS relations',
      parameters: {},
    });
  let countsBefore: unknown;
  beforeAll(async () => {
    countsBefore = await countGraph();
  });
  afterAll(async () => {
    expect(await countGraph()).toEqual(countsBefore);
  });
  return server;
}

/** Fails unless a response has data or is a client error. */
export function expectHarmless(response: HttpResponse, context: string): void {
  expect(response.status, `${context}\n${response.text}`).toBeLessThan(500);
  expect(codesOf(response), `${context}\n${response.text}`).not.toContain('INTERNAL_SERVER_ERROR');
}
