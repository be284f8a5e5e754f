import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Plans } from './compile/plans.js';
import { Context } from './context.js';
import { entries } from './entries.js';
import { formatError } from './format-error.js';
import type { Database } from './neo4j/database.js';
import { buildSchema } from './schema.js';

/** What the server needs from outside. */
export interface ServerDependencies {
  readonly database: Database;
  readonly logger: Logger;
}

/** Builds the HTTP server with GraphQL at `/graphql`; it opens no socket before it is told to listen. */
export async function createServer({ database, logger }: ServerDependencies): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({ loggerInstance, disableRequestLogging: true });
  const apollo = new ApolloServer<Context>({
    schema: buildSchema(),
    formatError: formatError(logger),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    logger,
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app)],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const plans = new Plans(entries);
  await app.register(fastifyApollo(apollo), { path: '/graphql', context: async () => new Context(database, plans) });
  return app;
}
