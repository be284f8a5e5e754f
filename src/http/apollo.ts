import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../execute/context.js';
import type { OperationCache } from '../execute/operation-cache.js';
import { newErrorFormatter } from '../format-error.js';
import type { HttpConfig } from './http-config.js';
import { limitRules } from './limit-rules.js';
import type { Metrics } from './metrics.js';
import type { OperationManifest } from './operation-manifest.js';
import { operationPlugin } from './operation-plugin.js';
import { persistedQueriesOf } from './persisted-queries.js';
import type { Tracing } from './tracing.js';

/** Maximum number of lexical tokens in a document, many times that of the largest useful one. */
const maxTokens = 10_000;

/** Validation stops after this many errors, to limit the work and the response for hostile operations. */
const maxErrors = 5;

/** The dependencies of Apollo Server. */
export interface ApolloDependencies {
  readonly app: FastifyInstance;
  readonly http: HttpConfig;
  readonly schema: GraphQLSchema;
  readonly operations: OperationCache;
  readonly manifest: OperationManifest;
  readonly metrics: Metrics;
  /** Absent if tracing is off. */
  readonly tracing: Tracing | undefined;
  readonly logger: Logger;
}

/** Creates the Apollo Server that parses and validates operations within their limits. */
export function newApollo(dependencies: ApolloDependencies): ApolloServer<Context> {
  const { app, http, schema, operations, manifest, metrics, tracing, logger } = dependencies;
  return new ApolloServer<Context>({
    schema,
    formatError: newErrorFormatter(metrics.onError, http.hasSuggestions),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    documentStore: operations.documentStore,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    validationRules: limitRules(http),
    parseOptions: { maxLexicalTokens: maxTokens },
    validationOptions: { maxErrors },
    persistedQueries: persistedQueriesOf(manifest, http.isPersistedOnly),
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...(tracing ? [tracing.operationPlugin] : []),
      fastifyApolloDrainPlugin(app),
      operationPlugin(operations, logger),
    ],
    stopOnTerminationSignals: false,
  });
}
