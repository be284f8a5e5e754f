import type { FastifyReply, FastifyRequest } from 'fastify';
import { AtlasError } from '../errors.js';
import { Cancellation } from '../neo4j/cancellation.js';
import type { Caller } from '../read/caller.js';

/** The caller of a request, who has gone when the connection closes before the whole answer was sent. */
export function callerOf(request: FastifyRequest, reply: FastifyReply, budgetMs: number): Caller {
  return new RequestCaller(request.id, performance.now() - reply.elapsedTime + budgetMs, reply);
}

// A class, because a getter in an object literal gives each object a shape of its own, which keeps what the getter
// reaches, the whole request, until a full garbage collection.
class RequestCaller implements Caller {
  private made: Cancellation | undefined;

  constructor(
    readonly requestId: string,
    readonly deadline: number,
    private readonly reply: FastifyReply,
  ) {}

  // Made when first asked for: most requests travel with others, whom one client's going does not stop.
  get cancellation(): Cancellation {
    return (this.made ??= cancellationOf(this.reply));
  }
}

function cancellationOf({ raw }: FastifyReply): Cancellation {
  const cancellation = new Cancellation();
  const look = (): void => {
    if (!raw.writableFinished) cancellation.cancel(new AtlasError('BAD_REQUEST', 'The client has gone.'));
  };
  if (raw.destroyed) look();
  else raw.once('close', look);
  return cancellation;
}
