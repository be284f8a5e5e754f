import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Plans } from './compile/plans.js';
import { defaultCompileAfter, type ReadConfig } from './config.js';
import { Context } from './context.js';
import { OperationCosts } from './cost/operation-costs.js';
import { entries } from './entries.js';
import { exportRoutes } from './graph/export/routes.js';
import { readContent } from './graph/read-content.js';
import { guard } from './guard/guarded-database.js';
import { newApollo, type ApolloParts } from './http/apollo.js';
import { callerOf } from './http/caller-of.js';
import { sendError, sendNotFound } from './http/error-handler.js';
import { graphqlRoute } from './http/graphql-route.js';
import { healthRoutes } from './http/health.js';
import { defaultHttpConfig, type HttpConfig } from './http/http-config.js';
import { Metrics } from './http/metrics.js';
import { metricsRoutes } from './http/metrics-routes.js';
import { readManifest } from './http/operation-manifest.js';
import { boundedQueue } from './http/queue.js';
import { requestIdHeader, requestIdInAnswer, requestIdOf } from './http/request-id.js';
import { security } from './http/security.js';
import { tracingTo } from './http/tracing.js';
import type { Database } from './neo4j/database.js';
import { packageRoot } from './paths.js';
import { answerCache } from './read/answer-cache.js';
import { memoryStore } from './read/answer-store.js';
import { DataVersion } from './read/data-version.js';
import { Executor } from './read/executor.js';
import { Reader } from './read/reader.js';
import { sharedStore } from './read/shared-store.js';
import { buildPlainSchema, buildSchema } from './schema.js';
import { webPages } from './web/static.js';

/** What the server needs from outside. */
export interface ServerDependencies {
  readonly database: Database;
  readonly logger: Logger;
  /** How operations are answered; what is left out is as the configuration's defaults. */
  readonly read?: Partial<ReadConfig>;
  /** What is taken from clients; default: as the configuration's defaults. */
  readonly http?: HttpConfig;
}

const defaultRead: ReadConfig = {
  executor: 'jit',
  compileAfter: defaultCompileAfter,
  cache: true,
  cacheUrl: undefined,
};

/** An answer is never older than this many milliseconds, and half of it is left for the way. */
const mostVersionAgeMs = 500;

/** How long a client may take to send its request; slower ones only hold connections. */
const requestTimeoutMs = 30_000;

/** Builds the HTTP server with GraphQL at `/graphql`; it opens no socket before it is told to listen. */
export async function createServer(dependencies: ServerDependencies): Promise<FastifyInstance> {
  const { logger, http = defaultHttpConfig } = dependencies;
  const read = { ...defaultRead, ...dependencies.read };
  const app = newApp(logger, http);
  const metrics = new Metrics();
  const manifest = readManifest();
  const names = new Set(manifest.operations.map(({ name }) => name));
  const tracing = await tracingTo(http.traceEndpoint, logger);
  const measured = metrics.measured(dependencies.database);
  const database = guarded(app, tracing?.traced(measured) ?? measured, http, logger);
  await app.register(requestIdHeader());
  if (tracing) await app.register(tracing.requests);
  await app.register(metricsRoutes(metrics, names, http.metrics));
  await app.register(boundedQueue(http.requestLimit));
  await security(app, http);
  await webPages(app, { root: join(packageRoot, 'dist', 'pages') });
  await app.register(healthRoutes(database));
  const version = new DataVersion(database, mostVersionAgeMs, http.operationTimeoutMs);
  if (read.cache) await app.register(keptAnswers(app, read, version, metrics, logger));
  await app.register(requestIdInAnswer());
  await graphql({ app, database, read, http, manifest, metrics, tracing, logger });
  await app.register(
    exportRoutes({ readGraph: (filter) => readContent(database, filter), version: () => version.current() }),
  );
  return app;
}

function newApp(logger: Logger, http: HttpConfig): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: http.bodyLimit,
    requestTimeout: requestTimeoutMs,
    genReqId: requestIdOf,
    ...(http.trustProxy.length > 0 ? { trustProxy: [...http.trustProxy] } : {}),
  });
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(sendNotFound);
  return app;
}

function guarded(app: FastifyInstance, unguarded: Database, http: HttpConfig, logger: Logger): Database {
  const { database, stop } = guard(unguarded, http.operationTimeoutMs, logger);
  app.addHook('onClose', async () => stop());
  return database;
}

/** What the GraphQL part of the server is built from. */
interface GraphqlParts extends Omit<ApolloParts, 'schema' | 'executor' | 'costs'> {
  readonly database: Database;
  readonly read: ReadConfig;
}

async function graphql({ database, read, ...parts }: GraphqlParts): Promise<void> {
  const { app, http, metrics, tracing } = parts;
  const schema = buildSchema();
  const executor = new Executor(
    schema,
    buildPlainSchema(),
    read.executor,
    read.compileAfter,
    metrics.reuse('execution'),
  );
  const costs = new OperationCosts(schema, http.costLimit);
  const apollo = newApollo({ ...parts, schema, executor, costs });
  await apollo.start();
  const route = graphqlRoute({
    ...{ apollo, executor, costs },
    always: tracing !== undefined,
    onOperation: metrics.operation,
    newContext: contextMaker(
      database,
      new Plans(entries, metrics.reuse('plan'), read.compileAfter),
      http.operationTimeoutMs,
    ),
  });
  await app.register(route);
}

function contextMaker(database: Database, plans: Plans, budgetMs: number) {
  const reader = new Reader(database);
  return (request: FastifyRequest, reply: FastifyReply): Context =>
    new Context(database, plans, reader, callerOf(request, reply, budgetMs));
}

function keptAnswers(app: FastifyInstance, read: ReadConfig, version: DataVersion, metrics: Metrics, logger: Logger) {
  const store = read.cacheUrl === undefined ? memoryStore() : sharedStore(read.cacheUrl, logger);
  app.addHook('onClose', () => store.close());
  return answerCache({ store, version, onRecall: metrics.recall });
}
