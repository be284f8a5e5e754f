import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import type { Caller } from '../read/caller.js';

/** The caller of a request, who has gone when the connection closes before the whole answer was sent. */
export function callerOf(request: FastifyRequest, reply: FastifyReply, budgetMs: number): Caller {
  let signal: AbortSignal | undefined;
  return {
    requestId: request.id,
    deadline: performance.now() - reply.elapsedTime + budgetMs,
    // Made when first asked for: most requests travel with others, whom one client's going does not stop.
    get signal() {
      return (signal ??= goneSignal(reply));
    },
  };
}

function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const look = (): void => {
    if (!raw.writableFinished) gone.abort(new AtlasError('BAD_REQUEST', 'The client has gone.'));
  };
  if (raw.destroyed) look();
  else raw.once('close', look);
  return gone.signal;
}
