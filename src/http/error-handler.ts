import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError, clientCodes } from '../errors.js';

/** When to come again after a refusal that will pass. */
export const retryAfterSeconds = '1';

const statuses: Partial<Record<AtlasError['code'], number>> = { BAD_USER_INPUT: 400, RATE_LIMITED: 429 };

/** Answers what failed outside GraphQL in GraphQL's shape, and says no more of it than clients may know. */
export function sendError(
  error: FastifyError | AtlasError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof AtlasError && clientCodes.has(error.code)) {
    const status = statuses[error.code] ?? 503;
    if (status === 503) reply.header('retry-after', retryAfterSeconds);
    return send(reply, status, error.code, error.message);
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) return send(reply, status, 'BAD_REQUEST', error.message);
  request.log.error({ err: error, path: request.url }, 'A request failed in a way we do not know');
  const message = 'The server failed to answer this. The failure has been logged; try again later.';
  return send(reply, 500, 'INTERNAL_SERVER_ERROR', message);
}

/** Answers that there is nothing at the path, and where there is something. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '';
  const message = `There is nothing at ${path.slice(0, 100)}. Ask at /graphql, or open / in a browser.`;
  return send(reply, 404, 'NOT_FOUND', message);
}

function send(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
}
