import { fastify, type FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOptions, handleErrors } from '../../src/http/error-handler.js';
import { registerWebPages } from '../../src/web/static.js';

/** Creates an app that serves the pages of a directory, with a substitute for the GraphQL endpoint. */
async function createApp(root: string): Promise<FastifyInstance> {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true }, ...errorOptions(() => undefined) });
  handleErrors(app, () => undefined);
  await registerWebPages(app, root);
  app.get('/graphql', async () => ({ data: null }));
  return app;
}

describe('the static pages', () => {
  let root: string;
  let app: FastifyInstance;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'pages-'));
    await mkdir(join(root, 'assets'));
    await writeFile(join(root, 'index.html'), '<title>explorer</title>');
    await writeFile(join(root, 'playground.html'), '<title>playground</title>');
    await writeFile(join(root, 'icon.svg'), '<svg/>');
    await writeFile(join(root, 'notices.txt'), 'MIT');
    await writeFile(join(root, 'assets', 'explorer-1234.js'), '1');
    await writeFile(join(root, 'assets', 'explorer-1234.js.br'), brotliCompressSync('1'));
    app = await createApp(root);
  });
  afterAll(async () => {
    await app.close();
    await rm(root, { recursive: true });
  });
  const get = (url: string, accept = 'text/html') => app.inject({ url, headers: { accept } });

  it('are the explorer at / and the playground at /playground', async () => {
    expect((await get('/')).body).toContain('explorer');
    expect((await get('/playground')).body).toContain('playground');
  });

  it.each(['/playground', '/graphql'])(
    'redirect %s/ to the path without the slash, relative to the base path',
    async (path) => {
      const { statusCode, headers } = await get(`${path}/?query={a?b}`);
      expect(statusCode).toBe(308);
      expect(new URL(String(headers.location), `http://host/atlas${path}/`).href).toBe(
        `http://host/atlas${path}?query={a?b}`,
      );
    },
  );

  it.each(['text/html', 'text/html,*/*;q=0.8', 'application/json;q=0.5, text/html', 'text/*, application/json;q=0.9'])(
    'are the playground at /graphql for a client that accepts %s',
    async (accept) => {
      const { body, headers } = await get('/graphql', accept);
      expect(body).toContain('playground');
      expect(headers.vary).toBe('accept');
    },
  );

  it.each(['application/json', '*/*', 'application/json, text/html;q=0.1', 'application/json;q=1, text/html', ''])(
    'are not served at /graphql for a client that accepts %s',
    async (accept) => {
      const response = await get('/graphql?query={__typename}', accept);
      expect(response.json()).toEqual({ data: null });
      expect(response.headers.vary).toBe('accept');
    },
  );

  it('support HEAD requests', async () => {
    for (const url of ['/', '/playground', '/assets/explorer-1234.js', '/icon.svg', '/notices.txt']) {
      const { statusCode, body } = await app.inject({ method: 'HEAD', url });
      expect([url, statusCode, body]).toEqual([url, 200, '']);
    }
  });

  it('are revalidated on each use, while assets with a hash in their name are immutable', async () => {
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/assets/explorer-1234.js')).headers['cache-control']).toContain('immutable');
  });

  it('are compressed with Brotli for clients that accept it', async () => {
    const url = '/assets/explorer-1234.js';
    const compressedResponse = await app.inject({ url, headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect(compressedResponse.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(compressedResponse.headers['content-type']).toMatch(/javascript/);
    expect(brotliDecompressSync(compressedResponse.rawPayload).toString()).toBe('1');
    const plainResponse = await get(url);
    expect(plainResponse.headers).not.toHaveProperty('content-encoding');
    expect(plainResponse.body).toBe('1');
  });

  it('allow scripts of this host only', async () => {
    for (const url of ['/', '/playground', '/graphql']) {
      const policy = String((await get(url)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
    }
  });

  it('include no files outside their directory', async () => {
    for (const url of ['/assets/../../package.json', '/assets/..%2f..%2fpackage.json', '/assets/missing.js']) {
      const { statusCode, headers } = await get(url);
      expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
    }
  });

  it('respond with an error that names the build command if they are not built', async () => {
    const appWithoutPages = await createApp(join(root, 'nowhere'));
    for (const url of ['/', '/playground', '/graphql']) {
      const response = await appWithoutPages.inject({ url, headers: { accept: 'text/html' } });
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
      expect(response.body).toContain('npm run build');
    }
    await appWithoutPages.close();
  });

  it('have the security headers of pages', async () => {
    expect((await get('/')).headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'same-origin',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    });
  });
});
