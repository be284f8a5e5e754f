import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyPluginCallback } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from '../execute/context.js';
import type { Database } from '../neo4j/database.js';
import type { HttpConfig } from './http-config.js';

/** Records spans that show where the time of a request is spent. */
export interface Tracing {
  /** Creates a span for each request. */
  readonly requestPlugin: FastifyPluginCallback;
  /** Creates a span for each operation. */
  readonly operationPlugin: ApolloServerPlugin<Context>;
  /** Returns the database with a span for each statement. */
  traceDatabase(database: Database): Database;
}

/**
 * The destination of traces as OpenTelemetry specifies it: the URL for traces, or a path below the URL for all signals.
 */
type TraceTarget = Partial<Pick<HttpConfig, 'traceUrl' | 'traceEndpoint'>>;

/** Starts tracing to a collector. Without a collector it returns undefined and loads no tracing library. */
export async function tracingTo(target: TraceTarget, logger: Logger): Promise<Tracing | undefined> {
  const { traceEndpoint: endpoint, traceUrl: url = endpoint && `${endpoint.replace(/\/+$/, '')}/v1/traces` } = target;
  if (url === undefined) return undefined;
  const { startTracing } = await import('./otlp-tracing.js');
  return startTracing(url, logger);
}
