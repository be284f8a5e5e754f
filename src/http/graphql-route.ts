import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Context } from '../context.js';
import type { OperationCosts } from '../cost/operation-costs.js';
import { isWhole } from '../read/answer-cache.js';
import type { Executor } from '../read/executor.js';
import { AnswerTexts } from './answer-text.js';
import { askingOf, KnownOperations, type Asking, type KnownOperation } from './known-operations.js';
import { Turns } from './turns.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the resolvers of this request share, once there are any. */
    readContext?: Context;
  }
}

/** What answers operations. */
export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<Context>;
  readonly executor: Executor;
  readonly costs: OperationCosts;
  /** Whether Apollo Server is to see every request, as its plugins that trace must. */
  readonly always: boolean;
  /** Told of every request whether its operation was known. */
  readonly onOperation: (isKnown: boolean) => void;
  newContext(request: FastifyRequest, reply: FastifyReply): Context;
}

/**
 * Answers operations at `/graphql` by Apollo Server, which reads, validates and judges each the first time. One that it
 * has answered is executed at once when it comes again, and its answer sent, where nothing is wrong with it: whatever
 * needs more than that, and every error, is Apollo Server's to word.
 */
export function graphqlRoute(options: GraphqlRouteOptions): FastifyPluginCallback {
  const contextOf = (request: FastifyRequest, reply: FastifyReply): Context =>
    (request.readContext ??= options.newContext(request, reply));
  const operations = new KnownOperations();
  const answering: Answering = { ...options, texts: new AnswerTexts(options.costs.limit) };
  // To read and to validate what is not known yet takes long, and many may come at once.
  const turns = new Turns();
  const askApollo = fastifyApolloHandler(options.apollo, {
    context: (request, reply) => Promise.resolve(contextOf(request, reply)),
  });
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const asking = options.always ? undefined : askingOf(request);
    let known = asking && operations.find(asking);
    if (!known || !turns.isIdle) await turns.take(known ? 'known' : 'new');
    // Another request may have asked for it meanwhile.
    known ??= asking && operations.find(asking);
    const values = asking?.variables ?? {};
    const answer = known && (await answerKnown(answering, known, values, reply, () => contextOf(request, reply)));
    options.onOperation(answer !== undefined);
    if (answer !== undefined) return answer;
    const body: unknown = await Reflect.apply(askApollo, reply.server, [request, reply]);
    const { executed } = contextOf(request, reply).execution;
    if (asking && executed && isWhole(reply, body)) operations.learn(asking, executed, mediaTypeOf(reply));
    return body;
  };
  return fastifyPlugin((app, _options, done) => {
    app.decorateRequest('readContext');
    app.route({ method: ['GET', 'POST', 'OPTIONS'], url: '/graphql', handler });
    done();
  });
}

/** What answers known operations. */
interface Answering extends Pick<GraphqlRouteOptions, 'executor' | 'costs'> {
  readonly texts: AnswerTexts;
}

/** The answer to an operation that is known; undefined where Apollo Server has to answer, of what was found if anything. */
async function answerKnown(
  { executor, costs, texts }: Answering,
  known: KnownOperation,
  variables: Asking['variables'],
  reply: FastifyReply,
  context: () => Context,
): Promise<string | undefined> {
  const cost = costs.of(known.document, known.operation, variables);
  if (cost > costs.limit) return undefined;
  const found = await executor.of(known.document, known.name)(context(), variables);
  if (found.errors) {
    context().execution.found = found;
    return undefined;
  }
  void reply.header('content-type', known.mediaType);
  return texts.of(known, found.data, cost);
}

function mediaTypeOf(reply: FastifyReply): string {
  return String(reply.getHeader('content-type'));
}
