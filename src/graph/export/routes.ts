import { Readable } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError, clientCodes } from '../../errors.js';
import type { GraphContent } from '../graph-content.js';
import { entityTag, holds } from './etag.js';
import { type ExportFilter, readExportFilter } from './export-filter.js';
import { gathered } from './gathered.js';
import { type ExportFile, exportFiles } from './media.js';

/** Set to `true` where the limit left entities out: not every format has a place to say so. */
const truncatedHeader = 'x-atlas-truncated';

/** Where the routes get what they export. */
export interface ExportSource {
  /** Reads the part of the graph that a filter asks for, sorted by id. */
  readonly readGraph: (filter: ExportFilter) => Promise<GraphContent>;
  /** A text that changes whenever an export may: with the data, and with the release of this program. */
  readonly version: () => Promise<string>;
}

/** Serves the graph under /export as the files that drawing and analysis programs open. */
export function exportRoutes(source: ExportSource): FastifyPluginCallback {
  return (app, _options, done) => {
    app.setErrorHandler(sendError);
    for (const file of exportFiles) addFile(app, source, file);
    app.get('/export', sendUnknown);
    app.get('/export/*', sendUnknown);
    done();
  };
}

function addFile(app: FastifyInstance, source: ExportSource, file: ExportFile): void {
  app.get<{ Querystring: Record<string, unknown> }>(`/export/${file.name}`, async (request, reply) => {
    const filter = readExportFilter(request.query);
    // Read before the graph: should the data change in between, the older tag only costs one more download.
    const tag = entityTag(await source.version(), file.name, JSON.stringify(filter));
    reply.header('etag', tag).header('cache-control', 'no-cache');
    if (holds(request.headers['if-none-match'], tag)) return reply.code(304).send();
    reply.type(file.mediaType).header('content-disposition', `attachment; filename="${file.name}"`);
    if (request.method === 'HEAD') return reply.send(Readable.from([], { objectMode: false }));
    const graph = await source.readGraph(filter);
    if (graph.truncated) reply.header(truncatedHeader, 'true');
    return reply.send(Readable.from(gathered(file.chunks(graph)), { objectMode: false }));
  });
}

function sendUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const names = exportFiles.map(({ name }) => name);
  const path = request.url.split('?')[0];
  return reply.code(404).send({
    code: 'NOT_FOUND',
    message: `There is no export at ${path}. Ask for one of /export/${names.join(', /export/')}.`,
    files: names,
  });
}

const statusCodes: Partial<Record<AtlasError['code'], number>> = {
  BAD_USER_INPUT: 400,
  DATABASE_UNAVAILABLE: 503,
  DATABASE_TIMEOUT: 503,
};

function sendError(error: FastifyError | AtlasError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What was set for a good answer must not stay on a bad one.
  for (const header of ['etag', 'content-disposition', 'content-type']) reply.removeHeader(header);
  if (error instanceof AtlasError && clientCodes.has(error.code)) {
    return reply.code(statusCodes[error.code] ?? 500).send({ code: error.code, message: error.message });
  }
  request.log.error({ err: error, path: request.url }, 'An export failed in a way we do not know');
  const message = 'The server failed to answer this. The failure has been logged; try again later.';
  return reply.code(500).send({ code: 'INTERNAL_SERVER_ERROR', message });
}
