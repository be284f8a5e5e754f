import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import type { Caller } from '../read/caller.js';

/** The caller of a request, who has gone when the connection closes before the whole answer was sent. */
export function callerOf(request: FastifyRequest, reply: FastifyReply, budgetMs: number): Caller {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new AtlasError('BAD_REQUEST', 'The client has gone.'));
  });
  const deadline = performance.now() - reply.elapsedTime + budgetMs;
  return { requestId: request.id, deadline, signal: gone.signal };
}
