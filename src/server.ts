import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Plans } from './compile/plans.js';
import type { ReadConfig } from './config.js';
import { Context } from './context.js';
import { entries } from './entries.js';
import { formatError } from './format-error.js';
import { exportRoutes } from './graph/export/routes.js';
import { readContent } from './graph/read-content.js';
import type { Database } from './neo4j/database.js';
import { answerCache } from './read/answer-cache.js';
import { memoryStore, sharedStore } from './read/answer-store.js';
import { DataVersion } from './read/data-version.js';
import { executorGateway } from './read/executor.js';
import { Reader } from './read/reader.js';
import { buildSchema } from './schema.js';

/** What the server needs from outside. */
export interface ServerDependencies {
  readonly database: Database;
  readonly logger: Logger;
  /** How operations are answered; default: compiled, with answers kept in memory. */
  readonly read?: ReadConfig;
}

const defaultRead: ReadConfig = { executor: 'jit', cache: true, cacheUrl: undefined };

/** An answer is never older than this many milliseconds, and half of it is left for the way. */
const mostVersionAgeMs = 500;

/** Builds the HTTP server with GraphQL at `/graphql`; it opens no socket before it is told to listen. */
export async function createServer({ database, logger, read = defaultRead }: ServerDependencies): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({ loggerInstance, disableRequestLogging: true });
  const version = new DataVersion(database, mostVersionAgeMs);
  if (read.cache) await app.register(keptAnswers(app, read, version, logger));
  const apollo = newApollo(app, read, logger);
  await apollo.start();
  const plans = new Plans(entries);
  const reader = new Reader(database);
  const context = (): Promise<Context> => Promise.resolve(new Context(database, plans, reader));
  await app.register(fastifyApollo(apollo), { path: '/graphql', context });
  await app.register(
    exportRoutes({
      readGraph: (filter) => readContent(database, filter),
      version: () => version.current(),
    }),
  );
  return app;
}

function newApollo(app: FastifyInstance, { executor }: ReadConfig, logger: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: executorGateway(buildSchema(), executor),
    formatError: formatError(logger),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    logger,
    plugins: [ApolloServerPluginCacheControlDisabled(), fastifyApolloDrainPlugin(app)],
    stopOnTerminationSignals: false,
  });
}

function keptAnswers(app: FastifyInstance, read: ReadConfig, version: DataVersion, logger: Logger) {
  const store = read.cacheUrl === undefined ? memoryStore() : sharedStore(read.cacheUrl, logger);
  app.addHook('onClose', () => store.close());
  return answerCache(store, version);
}
