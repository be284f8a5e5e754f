import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { hash } from 'node:crypto';
import type { Logger } from 'pino';
import { StatementRunner } from './batch/statement-runner.js';
import { DataVersion } from './cache/data-version.js';
import { newMemoryStore, ResponseCache } from './cache/response-cache.js';
import { newSharedStore } from './cache/shared-store.js';
import type { ReadConfig } from './config.js';
import { entriesOf } from './entries.js';
import { OperationCache } from './execute/operation-cache.js';
import { newErrorReporter } from './format-error.js';
import type { ExportFilter } from './graph/export/export-filter.js';
import { exportRoutes } from './graph/export/routes.js';
import type { GraphContent } from './graph/graph-content.js';
import { readContent } from './graph/read-content.js';
import { newApollo, type ApolloDependencies } from './http/apollo.js';
import { basePathOptions } from './http/base-path.js';
import { errorOptions, handleErrors } from './http/error-handler.js';
import { graphqlRoute, type GraphqlResponse } from './http/graphql-route.js';
import { healthRoutes, metricsRoute } from './http/health.js';
import { defaultHttpConfig, type HttpConfig } from './http/http-config.js';
import type { Lifecycle } from './http/lifecycle.js';
import { Metrics } from './http/metrics.js';
import { readManifest } from './http/operation-manifest.js';
import { newManifestFilter } from './http/persisted-queries.js';
import { RequestLog } from './http/request-log.js';
import { requestHooks, requestIdOf, type RequestHookOptions } from './http/request-hooks.js';
import { countRestarts, newNeo4jCheck, newSharedCacheCheck } from './http/service-metrics.js';
import { registerSecurity } from './http/security.js';
import type { ServerGroup } from './http/server-group.js';
import { tracingTo } from './http/tracing.js';
import { boundDatabase } from './neo4j/bounded-database.js';
import type { Database } from './neo4j/database.js';
import type { Model } from './model/model.js';
import { projectModel } from './model/project-model.js';
import { releaseOf } from './release.js';
import { buildSchema } from './schema.js';
import { pagesDirectory } from './web/built-pages.js';
import { registerWebPages } from './web/static.js';

/** The dependencies of the server. */
export interface ServerDependencies {
  readonly database: Database;
  readonly logger: Logger;
  /** The model of the graph; default: the project's own. */
  readonly model?: Model;
  /** How operations are executed; missing settings have the configuration's defaults. */
  readonly read?: Partial<ReadConfig>;
  /** The settings of HTTP; default: the configuration's defaults. */
  readonly http?: HttpConfig;
  /** Returns how often the Neo4j that was launched with the server has been restarted; default: 0. */
  readonly neo4jRestarts?: () => number;
  /** Whether the server is about to stop; default: never. */
  readonly lifecycle?: Lifecycle;
  /** The metrics of the process; default: new ones. */
  readonly metrics?: Metrics;
  /** The group of processes that serve the same port; default: none, the process is alone. */
  readonly group?: ServerGroup | undefined;
}

const defaultRead: ReadConfig = { executor: 'jit', genericReads: 50, isCacheEnabled: true, cacheUrl: undefined };

/** How long a known version of the data counts as current, in milliseconds. */
const maxVersionAgeMs = 500;

/** How long a client may take to send a request, in milliseconds; slower clients only occupy connections. */
const requestTimeoutMs = 30_000;

/** Creates the HTTP server with GraphQL at `/graphql`; it does not listen yet. */
export async function createServer(dependencies: ServerDependencies): Promise<FastifyInstance> {
  const { logger, http = defaultHttpConfig, lifecycle = { isStopping: false }, neo4jRestarts = () => 0 } = dependencies;
  const { model = projectModel(), metrics = new Metrics(), group } = dependencies;
  const release = releaseOf(model, http.isSubgraph);
  const read = { ...defaultRead, ...dependencies.read };
  const app = newApp(logger, http, metrics);
  const manifest = readManifest(model);
  const operationNames = new Set(manifest.operations.map(({ name }) => name));
  const tracing = await tracingTo(http, logger);
  const source = metrics.measureDatabase(dependencies.database);
  const database = newBoundedDatabase(app, tracing?.traceDatabase(source) ?? source, dependencies, metrics.onOutage);
  metrics.checks.push(newNeo4jCheck(database, metrics.registry));
  countRestarts(neo4jRestarts, metrics.registry);
  const { onResponse } = new RequestLog({ logger, hasAccessLog: http.hasAccessLog, slowMs: http.slowOperationMs });
  const limits = { requestLimit: group?.requestLimit ?? { max: http.requestLimit }, maxRequests: http.requestLimit };
  const hooks: RequestHookOptions = { metrics, lifecycle, onResponse, ...limits, operationNames };
  await app.register(requestHooks(hooks));
  if (tracing) await app.register(tracing.requestPlugin);
  await registerSecurity(app, http, group);
  await registerWebPages(app, pagesDirectory);
  await app.register(healthRoutes(database, lifecycle, group));
  if (http.hasMetrics) await app.register(metricsRoute(metrics, group));
  const version = new DataVersion(database, maxVersionAgeMs, http.operationTimeoutMs);
  await registerGraphql({ app, model, release, database, read, version, http, manifest, metrics, tracing, logger });
  const readGraph = async (filter: ExportFilter): Promise<GraphContent> =>
    (await version.readConsistently(() => readContent(database, model, filter))).content;
  await app.register(exportRoutes({ model, readGraph, version: async () => `${release} ${await version.current()}` }));
  return app;
}

function newApp(logger: Logger, http: HttpConfig, metrics: Metrics): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // Log lines name the request id themselves: creating a logger for each request takes longer than logging.
    childLoggerFactory: () => loggerInstance,
    bodyLimit: http.bodyLimit,
    requestTimeout: requestTimeoutMs,
    genReqId: requestIdOf,
    routerOptions: { ignoreTrailingSlash: true },
    ...basePathOptions(http.basePath),
    ...errorOptions(metrics.onEarlyError),
    ...(http.trustProxy.length > 0 ? { trustProxy: [...http.trustProxy] } : {}),
  });
  handleErrors(app, metrics.onError);
  return app;
}

function newBoundedDatabase(
  app: FastifyInstance,
  source: Database,
  { http = defaultHttpConfig, logger }: ServerDependencies,
  onOutage: (isOut: boolean) => void,
): Database {
  const { database, stop } = boundDatabase(source, http.operationTimeoutMs, logger, onOutage);
  app.addHook('onClose', async () => stop());
  return database;
}

/** The dependencies of the GraphQL part of the server. */
interface GraphqlOptions extends Omit<ApolloDependencies, 'schema' | 'operations'> {
  readonly database: Database;
  readonly model: Model;
  /** Identifies the program and the model: other releases may respond differently. */
  readonly release: string;
  readonly read: ReadConfig;
  readonly version: DataVersion;
}

async function registerGraphql({ database, model, release, read, version, ...parts }: GraphqlOptions): Promise<void> {
  const { app, http, manifest, metrics, tracing, logger } = parts;
  const schema = buildSchema(model, http.isSubgraph);
  const formatError = newErrorReporter(metrics.onError, http.hasSuggestions, logger);
  const operations = new OperationCache(
    {
      ...{ schema, model, entries: entriesOf(model), executor: read.executor, costLimit: http.costLimit },
      ...{ genericReads: read.genericReads, onPlan: metrics.onPlan, formatError },
    },
    http.isPersistedOnly ? newManifestFilter(manifest) : () => true,
  );
  const apollo = newApollo({ ...parts, schema, operations });
  await apollo.start();
  await app.register(
    graphqlRoute({
      ...{ apollo, operations, statements: new StatementRunner(database), version },
      cache: read.isCacheEnabled ? newResponseCache(read, version, { ...parts, release }) : undefined,
      timeoutMs: http.operationTimeoutMs,
      isTraced: tracing !== undefined,
      isRestricted: http.isPersistedOnly,
      onOperation: metrics.onOperation,
    }),
  );
}

function newResponseCache(
  { cacheUrl }: ReadConfig,
  version: DataVersion,
  { app, http, metrics, logger, release }: Pick<GraphqlOptions, 'app' | 'http' | 'metrics' | 'logger' | 'release'>,
): ResponseCache<GraphqlResponse> {
  const store = cacheUrl === undefined ? newMemoryStore() : newSharedStore(cacheUrl, logger);
  if (store.isReachable) metrics.checks.push(newSharedCacheCheck(store.isReachable, metrics.registry));
  app.addHook('onClose', () => store.close());
  const fingerprint = hash('sha1', JSON.stringify([release, http]), 'base64url');
  return new ResponseCache({ store, version, fingerprint, onLookup: metrics.onLookup });
}
