import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyPluginCallback } from 'fastify';
import type { Logger } from 'pino';
import type { Context } from '../execute/context.js';
import type { Database } from '../neo4j/database.js';

/** Writes down how each request was answered, for whoever looks for where its time went. */
export interface Tracing {
  /** A span for each request. */
  readonly requests: FastifyPluginCallback;
  /** A span for each operation that is not answered by a kept answer. */
  readonly operations: ApolloServerPlugin<Context>;
  /** A span for each statement. */
  traced(database: Database): Database;
}

/** Traces to an OTLP endpoint; without one nothing is traced, and none of the libraries for it is loaded. */
export async function tracingTo(endpoint: string | undefined, logger: Logger): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined;
  const { startTracing } = await import('./otlp-tracing.js');
  return startTracing(endpoint, logger);
}
