import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { RequestCaller } from './request-caller.js';

/** What is logged of requests. */
export interface RequestLogOptions {
  readonly logger: Logger;
  /** Whether every request is logged. */
  readonly accessLog: boolean;
  /** After how many milliseconds an operation is slow, and logged with what it took; 0 for never. */
  readonly slowMs: number;
}

/** Logs requests that were answered: each in a line where that is wanted, and what slow operations took. */
export class RequestLog {
  private readonly access: Logger | undefined;

  constructor(private readonly options: RequestLogOptions) {
    // Whoever turns it on wants its lines, whatever else is logged.
    this.access = options.accessLog ? options.logger.child({}, { level: 'info' }) : undefined;
  }

  /** Logs a request whose response was sent, or whose client has gone. */
  readonly onAnswer = (request: FastifyRequest, reply: FastifyReply): void => {
    const { slowMs, logger } = this.options;
    const ms = reply.elapsedTime;
    const { caller } = request;
    if (slowMs > 0 && ms >= slowMs && caller?.operation) {
      logger.warn({ ...whoAsked(request), ms: Math.round(ms), ...detailsOf(caller, ms) }, 'Slow operation');
    }
    this.access?.info({ ...whoAsked(request), ...responseOf(request, reply), ms: Math.round(ms) }, 'Request');
  };
}

function whoAsked({ id, ip }: FastifyRequest): object {
  return { requestId: id, client: ip };
}

// Of the URL only the path: a query may hold what the client would not like to see in a log.
function responseOf({ method, originalUrl }: FastifyRequest, { statusCode, raw }: FastifyReply): object {
  const bytes = Number(raw.getHeader('content-length') ?? 0);
  return { method, path: originalUrl.split('?', 1)[0], status: statusCode, bytes, isWhole: raw.writableFinished };
}

function detailsOf({ operation, told, statements, rows, queueMs, databaseMs }: RequestCaller, ms: number): object {
  return {
    operation: operation?.label,
    rootFields: operation?.rootFields,
    cost: told.cost?.cost,
    statements,
    rows,
    queueMs: Math.round(queueMs),
    databaseMs: Math.round(databaseMs),
    // Root fields are read at the same time: their times may be longer than the whole.
    serverMs: Math.max(0, Math.round(ms - queueMs - databaseMs)),
  };
}
