import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { trickyGraph } from '../../../tests/graph/sample-graphs.js';
import { AtlasError } from '../../errors.js';
import { errorOptions, handleErrors } from '../../http/error-handler.js';
import { projectModel } from '../../model/project-model.js';
import { packageRoot } from '../../paths.js';
import type { ExportFilter } from './export-filter.js';
import { exportFiles } from './export-files.js';
import { exportRoutes, type ExportSource } from './routes.js';

const paths = exportFiles.map(({ name }) => `/export/${name}`);
const apps: FastifyInstance[] = [];
afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

function serve(source: Partial<ExportSource> = {}): FastifyInstance {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true }, ...errorOptions(() => undefined) });
  handleErrors(app, () => undefined);
  app.register(
    exportRoutes({ model: projectModel(), readGraph: async () => trickyGraph, version: async () => 'v1', ...source }),
  );
  apps.push(app);
  return app;
}

describe('the export routes', () => {
  it.each(exportFiles)('serve $name as $mediaType with its file name', async ({ name, mediaType, write }) => {
    const response = await serve().inject(`/export/${name}`);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
    });
    expect(response.headers.etag).toMatch(/^"[\w-]{27}"$/);
    expect(response.rawPayload.toString('utf8')).toBe([...write(trickyGraph)].join(''));
  });

  it.each(exportFiles)('send a header if $name is truncated, and none if it is complete', async ({ name }) => {
    const readTruncatedHeader = async (truncated: boolean): Promise<unknown> => {
      const app = serve({ readGraph: async () => ({ ...trickyGraph, truncated }) });
      return (await app.inject(`/export/${name}`)).headers['x-atlas-truncated'];
    };
    expect([await readTruncatedHeader(true), await readTruncatedHeader(false)]).toEqual(['true', undefined]);
  });

  it('respond with 304 without reading the graph if the entity tag matches', async () => {
    const app = serve();
    const tag = String((await app.inject('/export/graph.gexf')).headers.etag);
    const unreadableApp = serve({ readGraph: () => Promise.reject(new Error('The graph was read')) });
    for (const ifNoneMatch of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const response = await unreadableApp.inject({
        url: '/export/graph.gexf',
        headers: { 'if-none-match': ifNoneMatch },
      });
      expect([response.statusCode, response.body]).toEqual([304, '']);
      expect(response.headers).toMatchObject({ etag: tag, 'cache-control': 'no-cache' });
    }
  });

  it('are all listed in docs/exports.md, and no others', () => {
    const page = readFileSync(join(packageRoot, 'docs', 'exports.md'), 'utf8');
    const listedNames = [...page.matchAll(/^\| `([\w.-]+\.\w+)`/gm)].map(([, name]) => name);
    expect(listedNames).toEqual(exportFiles.map(({ name }) => name));
  });

  it('send an ETag that depends on the version, file and filter, but not on its spelling', async () => {
    const tagOf = async (url: string, version = 'v1') =>
      (await serve({ version: async () => version }).inject(`/export/${url}`)).headers.etag;
    const tags = [
      await tagOf('nodes.csv'),
      await tagOf('nodes.csv', 'v2'),
      await tagOf('links.csv'),
      await tagOf('nodes.csv?limit=3'),
      await tagOf('nodes.csv?types=USES'),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagOf('nodes.csv?types=USES,USES&limit=10000')).toBe(tags.at(-1));
  });

  it('read the part of the graph that the parameters select', async () => {
    const filters: ExportFilter[] = [];
    const app = serve({ readGraph: async (filter) => (filters.push(filter), trickyGraph) });
    await app.inject('/export/graph.jgf.json?entityTypes=COMPANY,TOOL&types=DEVELOPS&types=USES&limit=7');
    expect(filters).toEqual([{ entityTypes: ['Company', 'Tool'], types: ['DEVELOPS', 'USES'], limit: 7 }]);
  });

  it('respond to HEAD with headers only, without reading the graph', async () => {
    const app = serve({ readGraph: () => Promise.reject(new Error('The graph was read')) });
    const response = await app.inject({ method: 'HEAD', url: '/export/nodes.csv' });
    expect([response.statusCode, response.body]).toEqual([200, '']);
    expect(response.headers).toMatchObject({ 'content-disposition': 'attachment; filename="nodes.csv"' });
    expect(response.headers).not.toHaveProperty('content-length');
  });

  it.each(['/export', '/export/', '/export/graph.xlsx?limit=1', '/export/a/b'])(
    'respond to %s with 404 and the available paths',
    async (url) => {
      const response = await serve().inject(url);
      expect(response.statusCode).toBe(404);
      const message = `There is no export at ${url.split('?')[0]}. Request one of ${paths.join(', ')}.`;
      expect(response.json()).toEqual({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
    },
  );

  it('reject invalid parameters', async () => {
    const response = await serve().inject('/export/nodes.csv?limit=many');
    expect(response.statusCode).toBe(400);
    const message = '`limit` must be a whole number from 1 to 10000, but got "many".';
    expect(response.json()).toEqual({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('report an unavailable database, but no details of other errors', async () => {
    const unavailable = new AtlasError('DATABASE_UNAVAILABLE', 'Neo4j does not answer.');
    const response = await serve({ readGraph: () => Promise.reject(unavailable) }).inject('/export/graph.gexf');
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('Neo4j does not answer.');
    expect(response.headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers).not.toHaveProperty('etag');
    expect(response.headers).not.toHaveProperty('content-disposition');
    const failedResponse = await serve({ version: () => Promise.reject(new Error('a secret')) }).inject(
      '/export/graph.gexf',
    );
    expect(failedResponse.statusCode).toBe(500);
    expect(failedResponse.body).not.toContain('secret');
  });
});
