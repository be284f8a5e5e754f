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
      const response = await sendRaw(server.address, {
        ...request,
        headers: { 'content-type': 'application/json', origin },
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers).toMatchObject({ 'access-control-allow-origin': origin, vary: 'Origin' });
    }
  });

  it('sends Vary with Origin and Accept', async () => {
    const readVary = async (accept: string): Promise<string | undefined> =>
      (await sendRaw(server.address, { path: '/graphql', headers: { accept, origin } })).headers.vary;
    expect(await readVary('text/html')).toBe('Origin, accept');
    expect(await readVary('application/json')).toBe('Origin, accept');
  });

  it('responds to OPTIONS with and without a preflight header', async () => {
    const preflight = { origin, 'access-control-request-method': 'POST' };
    for (const headers of [preflight, {}]) {
      const response = await sendRaw(server.address, { method: 'OPTIONS', path: '/graphql', headers });
      expect([response.status, response.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST']);
    }
  });
});
