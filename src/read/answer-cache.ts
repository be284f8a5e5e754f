import { createHash } from 'node:crypto';
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { AtlasError } from '../errors.js';
import type { AnswerStore } from './answer-store.js';
import type { DataVersion } from './data-version.js';

/** What recalling answers takes. */
export interface AnswerCacheOptions {
  readonly store: AnswerStore;
  readonly version: DataVersion;
  /** Told of every request that may be answered from the store whether it was. */
  readonly onRecall: (isFound: boolean) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The key under which the answer of this request is kept, if it may be. */
    keptUnder?: string;
    /** The body as it came. */
    text?: string;
  }
}

/** Answers again what was answered before on the same data: by the request's own text, before it is even parsed. */
export function answerCache({ store, version, onRecall }: AnswerCacheOptions): FastifyPluginCallback {
  return fastifyPlugin((app, _options, done) => {
    app.decorateRequest('keptUnder');
    app.decorateRequest('text');
    const parse = app.getDefaultJsonParser('error', 'error');
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      request.text = String(body);
      return parse(request, String(body), parsed);
    });
    app.addHook('preHandler', async (request, reply) => {
      if (isCacheable(request)) return recall({ store, version, onRecall }, request, reply);
    });
    app.addHook('onSend', async (request, reply, payload) => {
      const { keptUnder } = request;
      if (keptUnder === undefined || !isWhole(reply, payload)) return;
      tag(request, reply, keptUnder);
      await store.set(keptUnder, `${String(reply.getHeader('content-type'))}\n${payload}`);
    });
    done();
  });
}

async function recall(
  { store, version, onRecall }: AnswerCacheOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const known = await knownVersion(version);
  if (known === undefined) return undefined;
  const key = `${known.version}\n${acceptOf(request)}\n${request.text ?? request.url}`;
  if (request.method === 'GET' && request.headers['if-none-match'] === tagOf(key)) {
    return reply.code(304).header('etag', tagOf(key)).send();
  }
  const answer = await store.get(key);
  onRecall(answer !== undefined);
  if (answer === undefined) {
    if (!known.isStale) request.keptUnder = key;
    return undefined;
  }
  if (known.isStale) reply.header('x-atlas-stale', 'true');
  tag(request, reply, key);
  const end = answer.indexOf('\n');
  return reply.type(answer.slice(0, end)).send(answer.slice(end + 1));
}

// Only a GET can be asked again with the tag.
function tag({ method }: FastifyRequest, reply: FastifyReply, key: string): void {
  if (method === 'GET') reply.header('etag', tagOf(key)).header('cache-control', 'no-cache');
}

function tagOf(key: string): string {
  return `"${createHash('sha1').update(key).digest('base64url')}"`;
}

// While Neo4j is away, what was true last is still worth telling.
async function knownVersion(version: DataVersion): Promise<{ version: string; isStale: boolean } | undefined> {
  try {
    return { version: await version.current(), isStale: false };
  } catch (error) {
    const isAway = error instanceof AtlasError && /^DATABASE_(UNAVAILABLE|TIMEOUT)$/.test(error.code);
    if (!isAway) throw error;
    return version.lastKnown === undefined ? undefined : { version: version.lastKnown, isStale: true };
  }
}

// Only what Apollo would answer too: a JSON body, or a GET that its protection against forged requests lets through.
function isCacheable({ method, headers, url, text }: FastifyRequest): boolean {
  if (!url.startsWith('/graphql')) return false;
  if (method === 'POST') return text !== undefined;
  return method === 'GET' && ('apollo-require-preflight' in headers || 'x-apollo-operation-name' in headers);
}

/** Whether an answer has data and no error, so that it may be given again. */
export function isWhole(reply: FastifyReply, payload: unknown): payload is string {
  return reply.statusCode === 200 && typeof payload === 'string' && payload.startsWith('{"data":');
}

function acceptOf({ headers }: FastifyRequest): string {
  return headers.accept ?? '*/*';
}
