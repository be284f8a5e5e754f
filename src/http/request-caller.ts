import type { FastifyReply } from 'fastify';
import type { Caller, NotedOperation } from '../batch/caller.js';
import { AtlasError } from '../errors.js';
import { Cancellation } from '../neo4j/cancellation.js';
import type { RequestId } from '../neo4j/database.js';

/**
 * The caller of an HTTP request, whose statements are cancelled when the client disconnects before the whole response was
 * sent. A class, because a getter in an object literal gives each object a shape of its own, which keeps what the getter
 * reaches, the whole request, until a full garbage collection.
 */
export class RequestCaller implements Caller {
  readonly requestId: RequestId;
  readonly deadline: number;
  /** What it executes; undefined before. */
  operation: NotedOperation | undefined;
  /** What its response tells of it. */
  told: Parameters<Caller['noteOperation']>[1] = {};
  /** How many statements were sent for it, alone or with others. */
  statements = 0;
  /** How many rows these have returned for it: entities, relations and the like. */
  rows = 0;
  /** Milliseconds that the statements waited before they were sent, all together. */
  queueMs = 0;
  /** Milliseconds from sending them to their answers, all together. */
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
