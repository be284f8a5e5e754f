import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { prefersHtml } from '../http/media-type.js';
import { pageHeaders } from '../http/security-headers.js';
import { arePagesBuilt, notBuiltError } from './built-pages.js';

type Page = 'index.html' | 'playground.html';

const basePolicy = {
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
  'index.html': formatPolicy(basePolicy),
  // The editor creates style elements; the policy for scripts is the same.
  'playground.html': formatPolicy({ ...basePolicy, 'style-src': "'self' 'unsafe-inline'" }),
};

/**
 * Serves the built pages of a directory, which may be missing: the explorer at `/`, and the playground at `/playground`
 * and, to clients that prefer HTML, at `/graphql`. Call it on the root instance before GraphQL is registered: its hook
 * must see the route of GraphQL.
 */
export async function registerWebPages(app: FastifyInstance, root: string): Promise<void> {
  const isBuilt = arePagesBuilt(root);
  const pageHandler = (page: Page) => (request: FastifyRequest, reply: FastifyReply) => {
    if (!isBuilt) throw notBuiltError();
    return sendPage(request, reply, page);
  };
  // Ranges would need error handling of their own, and no file is large enough to need them.
  const options = { root, serve: false, cacheControl: false, acceptRanges: false, preCompressed: true };
  await app.register(fastifyStatic, options);
  app.get('/', pageHandler('index.html'));
  app.get('/playground', pageHandler('playground.html'));
  for (const file of ['icon.svg', 'notices.txt']) {
    app.get(`/${file}`, (_request, reply) => reply.header('cache-control', 'max-age=86400').sendFile(file));
  }
  app.get<{ Params: { '*': string } }>('/assets/*', (request, reply) => sendAsset(reply, request.params['*']));
  app.addHook('onRoute', (route) => {
    if (route.url !== '/graphql' || route.method !== 'GET') return;
    route.onRequest = (request, reply, next) => {
      addVary(reply, 'accept');
      if (!prefersHtml(request.headers.accept)) return next();
      if (!isBuilt) return next(notBuiltError());
      sendPage(request, reply, 'playground.html');
    };
  });
}

/** Sends a page. Its links are relative: only the explorer's path may end in a slash; other paths are redirected. */
function sendPage({ originalUrl }: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const [path = '', query] = originalUrl.split(/\?(.*)/s, 2);
  const name = /[^/]*(?=\/?$)/.exec(path)?.[0] ?? '';
  const isExplorer = page === 'index.html';
  if (path.endsWith('/') !== isExplorer) {
    const location = isExplorer ? `./${name}/` : `../${name}`;
    return reply.redirect(query === undefined ? location : `${location}?${query}`, 308);
  }
  return reply
    .headers({ ...pageHeaders, 'cache-control': 'no-cache', 'content-security-policy': policies[page] })
    .sendFile(page);
}

/**
 * Sends an asset. Its name contains a hash of its content, so browsers may cache it forever; most are precompressed.
 */
function sendAsset(reply: FastifyReply, name: string): FastifyReply {
  return addVary(reply, 'accept-encoding')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .sendFile(`assets/${name}`);
}

/** Adds the name of a request header to the response's `vary` header. */
function addVary(reply: FastifyReply, name: string): FastifyReply {
  const currentVary = reply.getHeader('vary');
  return reply.header('vary', currentVary === undefined ? name : `${String(currentVary)}, ${name}`);
}

function formatPolicy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
