import { describe, expect, it } from 'vitest';
import { sharedNeo4j } from '../setup/databases.js';
import { httpServer } from './http-server.js';
import { sendRaw } from './raw-http.js';

describe('a server that allows another origin', () => {
  const neo4j = sharedNeo4j();
  const origin = 'https://example.org';
  const server = httpServer(() => neo4j.database, { corsOrigins: [origin] });

  it('lets this origin read error responses', async () => {
    for (const request of [
      { path: '/nowhere' },
      { path: '/export/graph.xlsx' },
      { method: 'POST', path: '/graphql', body: '{' },
    ]) {
      const answer = await sendRaw(server.address, {
        ...request,
        headers: { 'content-type': 'application/json', origin },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
    }
  });

  it('sends Vary with Origin and Accept', async () => {
    const varies = async (accept: string): Promise<string | undefined> =>
      (await sendRaw(server.address, { path: '/graphql', headers: { accept, origin } })).headers.vary;
    expect(await varies('text/html')).toBe('Origin, accept');
    expect(await varies('application/json')).toBe('Origin, accept');
  });

  it('responds to OPTIONS with and without a preflight header', async () => {
    const asking = { origin, 'access-control-request-method': 'POST' };
    for (const headers of [asking, {}]) {
      const answer = await sendRaw(server.address, { method: 'OPTIONS', path: '/graphql', headers });
      expect([answer.status, answer.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST']);
    }
  });
});
