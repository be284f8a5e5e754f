import type { FastifyRequest } from 'fastify';

/** Whether a request is for `/livez`, `/readyz` or `/metrics`, which are never rejected by limits and not traced. */
export function isHealthOrMetrics({ routeOptions: { url } }: FastifyRequest): boolean {
  return url === '/livez' || url === '/readyz' || url === '/metrics';
}
