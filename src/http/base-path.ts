import type { FastifyHttpOptions, FastifyRequest } from 'fastify';
import type { Server } from 'node:http';

/** Fastify options that serve every route at the root and below a base path: a proxy may keep the path or strip it. */
export function basePathOptions(basePath: string): Pick<FastifyHttpOptions<Server>, 'rewriteUrl'> {
  if (basePath === '') return {};
  return { rewriteUrl: ({ url = '/' }) => stripBasePath(url, basePath) };
}

/** The base path in the URL of a request; empty if a proxy has stripped it. */
export function basePathOf({ originalUrl, url }: FastifyRequest): string {
  return originalUrl.slice(0, originalUrl.length - url.length);
}

function stripBasePath(url: string, basePath: string): string {
  if (!url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  // The explorer then redirects to the path with a trailing slash.
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
