import { expect, afterAll, beforeAll } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer, type HttpAnswer, type HttpServer } from './http-server.js';

/** Texts that would do harm if they ever became part of a statement. */
export const planted = [
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

/** A server on the shared Neo4j, of whose graph nothing may have changed after the file's tests. */
export function unharmedServer(): HttpServer {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database, { operationTimeoutMs: 600_000 }, false);
  const counts = (): Promise<unknown> =>
    neo4j.database.read({
      name: 'count',
      text: 'MATCH (n) WITH count(n) AS nodes, sum(size(keys(n))) AS keys, sum(size(coalesce(n.name, ""))) AS names MATCH ()-[r]->() RETURN nodes, keys, names, count(r) AS relations',
      parameters: {},
    });
  let before: unknown;
  beforeAll(async () => {
    before = await counts();
  });
  afterAll(async () => {
    expect(await counts()).toEqual(before);
  });
  return server;
}

/** Fails where an answer is no answer and no refusal of a mistake. */
export function expectHarmless(answer: HttpAnswer, context: string): void {
  expect(answer.status, `${context}\n${answer.text}`).toBeLessThan(500);
  expect(codesOf(answer), `${context}\n${answer.text}`).not.toContain('INTERNAL_SERVER_ERROR');
}
