import { beforeAll, describe, expect, it } from 'vitest';
import { alter } from '../dataset/stored-graph.js';
import { scratchNeo4j } from '../setup/databases.js';
import { httpServer, type HttpResponse } from './http-server.js';

const scratch = scratchNeo4j();
const server = httpServer(() => scratch.database);

const path = `/graphql?query=${encodeURIComponent('{ company(slug: "tagged") { name } }')}`;
const preflight = { 'apollo-require-preflight': 'true' };

describe('a response to GET', () => {
  beforeAll(() =>
    alter(
      scratch.database,
      "CREATE (:AigcAtlas:Entity:Company {id: 'Company:tagged', slug: 'tagged', name: 'Before', sortKey: 't'})",
    ),
  );

  it('is 304 for a matching If-None-Match, until the data changes', async () => {
    const first = await server.get(path, preflight);
    const tag = String(first.headers.get('etag'));
    expect([first.status, first.body.data]).toEqual([200, { company: { name: 'Before' } }]);
    expect(tag).toMatch(/^"[\w-]{27}"$/);

    const getWithTag = (): Promise<HttpResponse> => server.get(path, { ...preflight, 'if-none-match': tag });
    const repeated = await getWithTag();
    expect([repeated.status, repeated.text]).toEqual([304, '']);

    await alter(scratch.database, "MATCH (company:Company {slug: 'tagged'}) SET company.name = 'After'");
    // The server checks periodically whether the data has changed.
    await expect.poll(async () => (await getWithTag()).status).toBe(200);
    const later = await getWithTag();
    expect([later.status, later.body.data]).toEqual([200, { company: { name: 'After' } }]);
    expect(later.headers.get('etag')).not.toBe(tag);
  });

  it('is complete for another If-None-Match', async () => {
    const response = await server.get(path, { ...preflight, 'if-none-match': '"of-another"' });
    expect([response.status, response.body.data]).toEqual([200, { company: { name: 'After' } }]);
  });
});
