import type { FastifyReply } from 'fastify';
import type { Caller } from '../batch/caller.js';
import { AtlasError } from '../errors.js';
import { Cancellation } from '../neo4j/cancellation.js';
import type { RequestId } from '../neo4j/database.js';

/**
 * The caller for an HTTP request. Its statements are cancelled if the client disconnects before the response is sent
 * completely. It is a class, because a getter in an object literal would give each object its own hidden class, which
 * keeps the request in memory until a full garbage collection.
 */
export class RequestCaller implements Caller {
  readonly requestId: RequestId;
  readonly deadline: number;
  operation: Caller['operation'];
  extensions: Caller['extensions'] = {};
  /** How many statements were sent for it, alone or in a batch. */
  statements = 0;
  /** How many rows the statements have returned for it: entities, relations and the like. */
  rows = 0;
  /** How long the statements waited before they were sent: the sum, in milliseconds. */
  queueMs = 0;
  /** How long the statements took after they were sent: the sum, in milliseconds. */
  databaseMs = 0;
  private lazyCancellation: Cancellation | undefined;

  constructor(
    private readonly reply: FastifyReply,
    timeoutMs: number,
  ) {
    this.requestId = reply.request;
    this.deadline = performance.now() - reply.elapsedTime + timeoutMs;
  }

  recordStatement(queuedAt: number, sentAt: number, completedAt: number): void {
    this.statements += 1;
    this.queueMs += sentAt - queuedAt;
    this.databaseMs += completedAt - sentAt;
  }

  // Created lazily: batched requests are not cancelled when one client disconnects.
  get cancellation(): Cancellation {
    return (this.lazyCancellation ??= newCancellation(this.reply));
  }
}

function newCancellation({ raw }: FastifyReply): Cancellation {
  const cancellation = new Cancellation();
  const cancelIfUnfinished = (): void => {
    if (!raw.writableFinished) cancellation.cancel(new AtlasError('BAD_REQUEST', 'The client has disconnected.'));
  };
  if (raw.destroyed) cancelIfUnfinished();
  else raw.once('close', cancelIfUnfinished);
  return cancellation;
}
