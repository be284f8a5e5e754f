import type { FastifyHttpOptions, FastifyRequest } from 'fastify';
import type { Server } from 'node:http';

/**
 * The options of Fastify by which it answers below a path what it answers at the root, too: a proxy may leave the path
 * on or take it off.
 */
export function basePathOptions(basePath: string): Pick<FastifyHttpOptions<Server>, 'rewriteUrl'> {
  if (basePath === '') return {};
  return { rewriteUrl: ({ url = '/' }) => withoutBasePath(url, basePath) };
}

/** The base path as a request has it: empty where a proxy has taken it off. */
export function basePathOf({ originalUrl, url }: FastifyRequest): string {
  return originalUrl.slice(0, originalUrl.length - url.length);
}

function withoutBasePath(url: string, basePath: string): string {
  if (!url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  // The explorer itself then leads to the path with a slash.
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
