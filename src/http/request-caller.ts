import type { FastifyReply } from 'fastify';
import type { Caller, NotedOperation } from '../batch/caller.js';
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
  /** The operation that it executes; undefined until its execution starts. */
  operation: NotedOperation | undefined;
  /** The extensions of its response. */
  told: Parameters<Caller['noteOperation']>[1] = {};
  /** How many statements were sent for it, alone or in a batch. */
  statements = 0;
  /** How many rows the statements have returned for it: entities, relations and the like. */
  rows = 0;
  /** How long the statements waited before they were sent: the sum, in milliseconds. */
  queueMs = 0;
  /** How long the statements took after they were sent: the sum, in milliseconds. */
  databaseMs = 0;
  private made: Cancellation | undefined;

  constructor(
    private readonly reply: FastifyReply,
    timeoutMs: number,
  ) {
    this.requestId = reply.request;
    this.deadline = performance.now() - reply.elapsedTime + timeoutMs;
  }

  noteOperation(operation: NotedOperation, told: RequestCaller['told']): void {
    this.operation = operation;
    this.told = told;
  }

  noteStatement(wantedAt: number, sentAt: number, answeredAt: number): void {
    this.statements += 1;
    this.queueMs += sentAt - wantedAt;
    this.databaseMs += answeredAt - sentAt;
  }

  // Created lazily: batched requests are not cancelled when one client disconnects.
  get cancellation(): Cancellation {
    return (this.made ??= cancellationOf(this.reply));
  }
}

function cancellationOf({ raw }: FastifyReply): Cancellation {
  const cancellation = new Cancellation();
  const look = (): void => {
    if (!raw.writableFinished) cancellation.cancel(new AtlasError('BAD_REQUEST', 'The client has disconnected.'));
  };
  if (raw.destroyed) look();
  else raw.once('close', look);
  return cancellation;
}
