import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { StatementRunner } from '../batch/statement-runner.js';
import type { DataVersion } from '../cache/data-version.js';
import type { CachedResponse, FreshResponse, ResponseCache } from '../cache/response-cache.js';
import { Context } from '../execute/context.js';
import type { OperationCache } from '../execute/operation-cache.js';
import type { Operation } from '../execute/operation.js';
import { checkGraphqlRequest } from './check-graphql-request.js';
import { entityTag, matchesEntityTag } from './etag.js';
import { FairScheduler } from './fair-scheduler.js';
import { parseOperationRequest, type OperationRequest } from './operation-request.js';
import { RequestCaller } from './request-caller.js';
import { headOf } from './status.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The context of the request's resolvers. */
    readContext?: Context;
    /** Records what the request's operation has used so far; absent if none was executed. */
    caller?: RequestCaller;
  }
}

/** The response to an operation, as it is sent over HTTP. */
export interface GraphqlResponse extends FreshResponse {
  readonly status: number;
}

/** The dependencies of the GraphQL route. */
export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<Context>;
  readonly operations: OperationCache;
  readonly statements: StatementRunner;
  readonly version: DataVersion;
  /** Absent if caching is off. */
  readonly cache: ResponseCache<GraphqlResponse> | undefined;
  /** Time limit of a request, in milliseconds. */
  readonly timeoutMs: number;
  /** Whether Apollo Server handles every request, because its plugins trace them. */
  readonly isTraced: boolean;
  /** Whether only persisted operations are allowed, so that the cache serves only operations known to be allowed. */
  readonly isRestricted: boolean;
  /** Called for each operation that is executed with whether it was known. */
  readonly onOperation: (isKnown: boolean) => void;
}

/**
 * Serves operations at `/graphql`: from the cache; otherwise, a known operation by executing it; otherwise, through
 * Apollo Server, which parses and validates the operation and reports all errors of the request.
 */
export function graphqlRoute(options: GraphqlRouteOptions): FastifyPluginCallback {
  const route = new GraphqlRoute(options);
  return fastifyPlugin((app, _options, done) => {
    app.decorateRequest('readContext');
    app.decorateRequest('caller');
    const handler = route.handle.bind(route);
    for (const method of ['GET', 'POST'] as const) {
      app.route({ method, url: '/graphql', exposeHeadRoute: false, handler });
    }
    done();
  });
}

class GraphqlRoute {
  private readonly scheduler = new FairScheduler();
  private readonly runApollo: (request: FastifyRequest, reply: FastifyReply) => unknown;

  constructor(private readonly options: GraphqlRouteOptions) {
    const context = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> =>
      (request.readContext = this.newContext(reply));
    const handler = fastifyApolloHandler(options.apollo, { context });
    this.runApollo = (request, reply) => Reflect.apply(handler, reply.server, [request, reply]);
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { cache, operations, version, isTraced, isRestricted } = this.options;
    const operationRequest = isTraced ? undefined : parseOperationRequest(request);
    const operation = operationRequest && operations.find(operationRequest.hash, operationRequest.name);
    const isCacheable = operationRequest && (operation !== undefined || !isRestricted);
    const entry = isCacheable && cache ? await cache.entryOf(operationRequest.key) : undefined;
    const compute = (): Promise<GraphqlResponse> =>
      version.readConsistently(() => this.computeResponse(request, reply, operationRequest));
    if (!cache || !entry) return send(reply, await compute());
    const isUnchanged = request.method === 'GET' && checkEntityTag(request, reply, entry.key);
    const response = isUnchanged ? undefined : await cache.respond(entry, compute);
    // A response that was computed has a status; the others are from the cache of the server or of the client.
    if (entry.isStale && !(response && 'status' in response)) void reply.header('x-atlas-stale', 'true');
    return response ? send(reply, response) : reply.code(304).send();
  }

  private async computeResponse(
    request: FastifyRequest,
    reply: FastifyReply,
    operationRequest?: OperationRequest,
  ): Promise<GraphqlResponse> {
    const { operations, onOperation } = this.options;
    let operation = operationRequest && operations.find(operationRequest.hash, operationRequest.name);
    if (!operation || !this.scheduler.isIdle) {
      // Parsing and validating a new operation takes long, and many may arrive at once.
      await this.scheduler.wait(operation ? 'known' : 'new');
      operation = operationRequest && operations.find(operationRequest.hash, operationRequest.name);
    }
    onOperation(operation !== undefined);
    // GET allows queries only; Apollo Server reports the error.
    const isInvalidGet = request.method === 'GET' && operation?.kind !== 'query';
    if (!operationRequest || !operation || isInvalidGet) return this.respondWithApollo(request, reply);
    return this.execute(operation, operationRequest, request, reply);
  }

  private async execute(
    operation: Operation,
    { variables, mediaType }: OperationRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<GraphqlResponse> {
    const context = this.newContext(reply);
    const result = await operation.respond(context, variables);
    const body = Buffer.from(`${JSON.stringify(result)}\n`);
    const { versions } = context;
    if (!result.errors) return { status: 200, mediaType, body, isShareable: true, versions };
    const { status, headers } = headOf(result, request.headers.accept);
    void reply.headers(headers);
    return { status, mediaType, body, isShareable: false, versions };
  }

  private async respondWithApollo(request: FastifyRequest, reply: FastifyReply): Promise<GraphqlResponse> {
    checkGraphqlRequest(request);
    const text = String(await this.runApollo(request, reply));
    const { statusCode: status } = reply;
    if (status >= 400) void reply.header('cache-control', 'no-store');
    const mediaType = String(reply.getHeader('content-type'));
    const isShareable = status === 200 && text.startsWith('{"data":');
    const versions = request.readContext?.versions ?? new Set();
    return { status, mediaType, body: Buffer.from(text), isShareable, versions };
  }

  private newContext(reply: FastifyReply): Context {
    const { statements, timeoutMs } = this.options;
    const caller = new RequestCaller(reply, timeoutMs);
    reply.request.caller = caller;
    return new Context(statements, caller);
  }
}

// Sets the caching headers of the response to a GET, and returns whether the client already has this response.
function checkEntityTag({ headers }: FastifyRequest, reply: FastifyReply, key: string): boolean {
  const tag = entityTag(key);
  void reply.header('etag', tag).header('cache-control', 'no-cache').header('vary', 'accept');
  return matchesEntityTag(headers['if-none-match'], tag);
}

function send(reply: FastifyReply, response: CachedResponse & { readonly status?: number }): FastifyReply {
  const { status = 200, mediaType, body } = response;
  return reply.code(status).header('content-type', mediaType).send(body);
}
