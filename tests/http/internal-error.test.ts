import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { codesOf, httpServer } from './http-server.js';

const secret = 'MATCH (n) at bolt://secret.example:7687';

describe('an error', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(
    () => ({
      ...neo4j.database,
      read: (statement) =>
        statement.name === 'trends' ? Promise.reject(new TypeError(secret)) : neo4j.database.read(statement),
    }),
    {},
    false,
  );

  it('that is unexpected is masked for clients and logged once, with the id of the request', async () => {
    const response = await server.post({ query: '{ trends { nodes { slug } } }' });
    expect(codesOf(response)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(response.text).not.toMatch(/secret|MATCH|bolt:|TypeError|\.ts|node_modules/);
    const lines = server.log.map((line): unknown => JSON.parse(line));
    const { requestId } = response.body.extensions ?? {};
    expect(requestId).toBe(response.headers.get('x-request-id'));
    expect(lines.filter((line) => JSON.stringify(line).includes(secret))).toMatchObject([
      { requestId, path: ['trends'], err: { type: 'TypeError', message: secret } },
    ]);
  });

  it('that the client causes is not logged', async () => {
    const lineCount = server.log.length;
    await server.post({ query: '{ nothing }' });
    await server.post({ query: '{ companies(first: 1, last: 1) { nodes { slug } } }' });
    await server.post({ query: 'query ($n: Int!) { companies(first: $n) { nodes { slug } } }', variables: { n: 'x' } });
    expect(server.log.slice(lineCount)).toEqual([]);
  });
});
