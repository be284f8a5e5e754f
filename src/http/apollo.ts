import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { costLimit } from '../cost/cost-plugin.js';
import { formatError } from '../format-error.js';
import type { OperationCosts } from '../cost/operation-costs.js';
import { executorGateway } from '../read/executor-gateway.js';
import type { Executor } from '../read/executor.js';
import { documentStore } from './document-store.js';
import { errorLog } from './error-log.js';
import type { HttpConfig } from './http-config.js';
import { limitRules } from './limit-rules.js';
import type { Metrics } from './metrics.js';
import type { OperationManifest } from './operation-manifest.js';
import { manifestQueries, persistedOnly } from './persisted-only.js';
import { httpStatus } from './status.js';
import type { Tracing } from './tracing.js';

/** How many words and signs an operation may have: many times as many as the longest that anybody needs. */
const mostTokens = 10_000;

/** How many mistakes of one operation are told: who sent hundreds on purpose has them neither looked for nor sent back. */
const mostErrors = 5;

/** What Apollo Server is built from. */
export interface ApolloParts {
  readonly app: FastifyInstance;
  readonly http: HttpConfig;
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly costs: OperationCosts;
  readonly manifest: OperationManifest;
  readonly metrics: Metrics;
  /** Absent where nothing is traced. */
  readonly tracing: Tracing | undefined;
  readonly logger: Logger;
}

/** Builds the part of the server that reads GraphQL, with its limits. */
export function newApollo(parts: ApolloParts): ApolloServer<Context> {
  const { app, http, schema, executor, costs, manifest, metrics, tracing, logger } = parts;
  const onError = (code: string): void => metrics.errors.inc({ code });
  return new ApolloServer<Context>({
    gateway: executorGateway(schema, executor),
    formatError: formatError(onError, http.suggestions),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !http.suggestions,
    documentStore: documentStore(),
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    validationRules: limitRules(http),
    parseOptions: { maxLexicalTokens: mostTokens },
    validationOptions: { maxErrors: mostErrors },
    ...(http.persistedOnly ? { persistedQueries: manifestQueries(manifest) } : {}),
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...(tracing ? [tracing.operations] : []),
      fastifyApolloDrainPlugin(app),
      ...(http.persistedOnly ? [persistedOnly(manifest)] : []),
      costLimit(costs),
      errorLog(logger),
      httpStatus(),
    ],
    stopOnTerminationSignals: false,
  });
}
