import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import { AtlasError } from '../../errors.js';
import { basePathOf } from '../../http/base-path.js';
import { entityTag, matchesEntityTag } from '../../http/etag.js';
import type { Model } from '../../model/model.js';
import { pathOf } from '../../http/client-error.js';
import type { GraphContent } from '../graph-content.js';
import { type ExportFilter, parseExportFilter } from './export-filter.js';
import { joinChunks } from './join-chunks.js';
import { type ExportFile, exportFiles } from './export-files.js';

/** Response header that is `true` if the limit omitted entities, which not every format can express. */
const truncatedHeader = 'x-atlas-truncated';

/** The source of the exported graph. */
export interface ExportSource {
  readonly model: Model;
  /** Reads the part of the graph that a filter selects, sorted by id. */
  readonly readGraph: (filter: ExportFilter) => Promise<GraphContent>;
  /**
   * Returns a version that changes whenever an export may change: with the data and with the release of this program.
   */
  readonly version: () => Promise<string>;
}

/** Serves the graph under /export in the file formats of drawing and analysis programs. */
export function exportRoutes(source: ExportSource): FastifyPluginCallback {
  return (app, _options, done) => {
    for (const file of exportFiles) addRoute(app, source, file);
    app.get('/export', rejectUnknownPath);
    app.get('/export/*', rejectUnknownPath);
    done();
  };
}

function addRoute(app: FastifyInstance, source: ExportSource, file: ExportFile): void {
  app.get<{ Querystring: Record<string, unknown> }>(`/export/${file.name}`, async (request, reply) => {
    const filter = parseExportFilter(source.model, request.query);
    // The version is read before the graph: if the data changes in between, the outdated tag only causes another
    // download.
    const tag = entityTag(await source.version(), file.name, JSON.stringify(filter));
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (matchesEntityTag(request.headers['if-none-match'], tag)) return reply.code(304).send();
    reply.type(file.mediaType).header('content-disposition', `attachment; filename="${file.name}"`);
    if (request.method === 'HEAD') return reply.send(Readable.from([], { objectMode: false }));
    const graph = await source.readGraph(filter);
    if (graph.truncated) reply.header(truncatedHeader, 'true');
    return reply.send(Readable.from(joinChunks(file.write(graph)), { objectMode: false }));
  });
}

function rejectUnknownPath(request: FastifyRequest): never {
  const paths = exportFiles.map(({ name }) => `${basePathOf(request)}/export/${name}`).join(', ');
  throw new AtlasError('NOT_FOUND', `There is no export at ${pathOf(request)}. Request one of ${paths}.`);
}
