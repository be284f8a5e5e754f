import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { pageHeaders } from '../http/security.js';

/** Where the pages are. */
export interface WebPagesOptions {
  /** The folder that the pages were built into; it may be missing. */
  readonly root: string;
}

type Page = 'index.html' | 'playground/index.html';

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

const policies: Readonly<Record<Page, string>> = {
  'index.html': write(policy),
  // The editor writes style elements; scripts stay as strict.
  'playground/index.html': write({ ...policy, 'style-src': "'self' 'unsafe-inline'" }),
};

const notBuilt =
  'The web pages are not built. Run "npm run build", then start the server again. The API answers at /graphql.\n';

/**
 * Serves the explorer at `/` and the playground at `/playground`, and at `/graphql` to browsers that ask for a page.
 * Called on the server itself, before GraphQL is registered: the pages' hook must see its requests.
 */
export async function webPages(app: FastifyInstance, { root }: WebPagesOptions): Promise<void> {
  const isBuilt = existsSync(join(root, 'index.html'));
  const headers = await pageHeaders();
  const send = (page: Page) => async (_request: FastifyRequest, reply: FastifyReply) =>
    isBuilt ? sendPage(reply, page, headers) : reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false, preCompressed: true });
  app.get('/', send('index.html'));
  app.get('/playground', send('playground/index.html'));
  app.get('/playground/', async (_request, reply) => reply.redirect('/playground', 308));
  app.get('/icon.svg', async (_request, reply) => reply.header('cache-control', 'max-age=86400').sendFile('icon.svg'));
  app.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => sendAsset(reply, request.params['*']));
  app.addHook('onRequest', (request, reply, next) => {
    if (isBuilt && asksForPage(request)) void sendPage(reply, 'playground/index.html', headers);
    else next();
  });
}

function sendPage(reply: FastifyReply, page: Page, headers: OutgoingHttpHeaders): FastifyReply {
  return reply
    .headers(headers)
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policies[page])
    .header('referrer-policy', 'same-origin')
    .header('vary', 'accept')
    .sendFile(page);
}

/** Assets have a hash of their content in their name, so that a browser may keep them for good; most are compressed. */
function sendAsset(reply: FastifyReply, name: string): FastifyReply {
  return reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
    .sendFile(`assets/${name}`);
}

/** A browser asks for HTML by name; clients of the API ask for JSON or for anything. */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && url.split('?', 1)[0] === '/graphql' && (headers.accept ?? '').includes('text/html');
}

function write(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
