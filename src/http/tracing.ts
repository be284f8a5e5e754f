import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyPluginCallback } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from '../execute/context.js';
import type { Database } from '../neo4j/database.js';
import type { HttpConfig } from './http-config.js';

/** Writes down how each request was answered, for whoever looks for where its time went. */
export interface Tracing {
  /** A span for each request. */
  readonly requests: FastifyPluginCallback;
  /** A span for each operation that is not answered by a kept answer. */
  readonly operations: ApolloServerPlugin<Context>;
  /** A span for each statement. */
  traced(database: Database): Database;
}

/** Where traces are sent, as OpenTelemetry's specification says: to the URL for traces, or below the one for all signals. */
type TraceTarget = Partial<Pick<HttpConfig, 'traceUrl' | 'traceEndpoint'>>;

/** Traces to a collector; without one nothing is traced, and none of the libraries for it is loaded. */
export async function tracingTo(target: TraceTarget, logger: Logger): Promise<Tracing | undefined> {
  const { traceEndpoint: endpoint, traceUrl: url = endpoint && `${endpoint.replace(/\/+$/, '')}/v1/traces` } = target;
  if (url === undefined) return undefined;
  const { startTracing } = await import('./otlp-tracing.js');
  return startTracing(url, logger);
}
