import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RequestCaller } from './request-caller.js';

/** The id of the server's own first request, which is slow because Neo4j has just started, and is not logged. */
export const firstRequestId = randomUUID();

/** The options of the request log. */
export interface RequestLogOptions {
  readonly logger: Logger;
  /** Whether every request is logged. */
  readonly hasAccessLog: boolean;
  /** The duration from which an operation is logged as slow, in milliseconds; 0 for never. */
  readonly slowMs: number;
}

/** Logs finished requests: every one if the access log is on, and slow operations with details of their time. */
export class RequestLog {
  private readonly accessLogger: Logger | undefined;
  /** The bytes that were sent on each connection until its last response. */
  private readonly sentBytes = new WeakMap<Socket, number>();

  constructor(private readonly options: RequestLogOptions) {
    // The access log does not depend on LOG_LEVEL.
    this.accessLogger = options.hasAccessLog ? options.logger.child({}, { level: 'info' }) : undefined;
  }

  /** Logs a request after its response was sent or its client has disconnected. */
  readonly onResponse = (request: FastifyRequest, reply: FastifyReply): void => {
    if (request.id === firstRequestId) return;
    const { slowMs, logger } = this.options;
    const ms = reply.elapsedTime;
    const { caller } = request;
    if (slowMs > 0 && ms >= slowMs && caller?.operation) {
      logger.warn({ ...clientOf(request), ms: Math.round(ms), ...detailsOf(caller, ms) }, 'Slow operation');
    }
    if (!this.accessLogger) return;
    const bytes = this.countBytes(request.socket);
    this.accessLogger.info(
      { ...clientOf(request), ...responseOf(request, reply), bytes, ms: Math.round(ms) },
      'Request',
    );
  };

  // The responses of a connection are sent one after the other.
  private countBytes(socket: Socket): number {
    const { bytesWritten } = socket;
    const bytes = bytesWritten - (this.sentBytes.get(socket) ?? 0);
    this.sentBytes.set(socket, bytesWritten);
    return bytes;
  }
}

function clientOf({ id, ip }: FastifyRequest): object {
  return { requestId: id, client: ip };
}

// Logs only the path of the URL: the query string may contain private data of the client.
function responseOf({ method, originalUrl }: FastifyRequest, { statusCode, raw }: FastifyReply): object {
  return { method, path: originalUrl.split('?', 1)[0], status: statusCode, isWhole: raw.writableFinished };
}

function detailsOf(
  { operation, extensions, statements, rows, queueMs, databaseMs }: RequestCaller,
  ms: number,
): object {
  return {
    operation: operation?.label,
    rootFields: operation?.rootFields,
    cost: extensions.cost?.cost,
    statements,
    rows,
    queueMs: Math.round(queueMs),
    databaseMs: Math.round(databaseMs),
    // Root fields are read concurrently: the sum of their times may exceed the duration of the request.
    serverMs: Math.max(0, Math.round(ms - queueMs - databaseMs)),
  };
}
