import { fastify, type FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webPages } from '../../src/web/static.js';

describe('the pages as files', () => {
  let root: string;
  let app: FastifyInstance;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'pages-'));
    await mkdir(join(root, 'assets'));
    await mkdir(join(root, 'playground'));
    await writeFile(join(root, 'index.html'), '<title>explorer</title>');
    await writeFile(join(root, 'playground', 'index.html'), '<title>playground</title>');
    await writeFile(join(root, 'assets', 'explorer-1234.js'), '1');
    await writeFile(join(root, 'assets', 'explorer-1234.js.br'), brotliCompressSync('1'));
    app = fastify();
    await webPages(app, { root });
    app.get('/graphql', async () => ({ data: null }));
  });
  afterAll(async () => {
    await app.close();
    await rm(root, { recursive: true });
  });
  const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } });

  it('are the explorer at the root and the playground at its own address', async () => {
    expect((await get('/')).body).toContain('explorer');
    expect((await get('/playground')).body).toContain('playground');
    expect((await get('/playground/')).headers.location).toBe('/playground');
  });

  it('are the playground at /graphql for browsers only', async () => {
    expect((await get('/graphql', 'text/html,*/*;q=0.8')).body).toContain('playground');
    expect((await get('/graphql?query={__typename}', 'application/json')).json()).toEqual({ data: null });
    expect((await get('/graphql', '*/*')).json()).toEqual({ data: null });
  });

  it('are asked for anew, while assets with a hash in their name are kept for good', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/explorer-1234.js')).headers['cache-control']).toContain('immutable');
  });

  it('are sent compressed to browsers that can decompress them, and as they are to others', async () => {
    const url = '/assets/explorer-1234.js';
    const small = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(small.headers['content-type']).toMatch(/javascript/);
    expect(brotliDecompressSync(small.rawPayload).toString()).toBe('1');
    const plain = await get(url);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(plain.body).toBe('1');
  });

  it('allow scripts of this host only', async () => {
    for (const url of ['/', '/playground', '/graphql']) {
      const policy = String((await get(url)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
    }
  });

  it('never leave their folder', async () => {
    for (const url of ['/assets/../../package.json', '/assets/..%2f..%2fpackage.json', '/assets/missing.js']) {
      expect((await get(url)).statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  it('say plainly when they were not built', async () => {
    const bare = fastify();
    await webPages(bare, { root: join(root, 'nowhere') });
    const answer = await bare.inject('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm run build');
    await bare.close();
  });
});
