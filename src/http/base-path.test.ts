import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { basePathOf, basePathOptions } from './base-path.js';

describe('the base path', () => {
  const app = fastify(basePathOptions('/my/atlas'));
  app.get('*', (request, reply) => reply.send([basePathOf(request), request.url]));

  it.each([
    ['/my/atlas/graphql?query={a}', ['/my/atlas', '/graphql?query={a}']],
    ['/my/atlas/', ['/my/atlas', '/']],
    ['/graphql', ['', '/graphql']],
    ['/my/atlases/graphql', ['', '/my/atlases/graphql']],
    ['/my/atlas/my/atlas/', ['/my/atlas', '/my/atlas/']],
    ['/my', ['', '/my']],
  ])('is stripped from %s', async (url, parts) => {
    expect((await app.inject(url)).json()).toEqual(parts);
  });

  it.each([
    ['/my/atlas', '/'],
    ['/my/atlas?lang=zh', '/?lang=zh'],
  ])('serves the root at %s', async (url, path) => {
    const [, actualPath] = (await app.inject(url)).json<string[]>();
    expect(actualPath).toBe(path);
  });
});
