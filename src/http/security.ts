import fastifyCors from '@fastify/cors';
import fastifyRateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { AtlasError } from '../errors.js';
import { hostError } from './check-graphql-request.js';
import { unknownPathError } from './client-error.js';
import type { HttpConfig } from './http-config.js';
import type { RequestCount, ServerGroup } from './server-group.js';

/**
 * The addresses of this machine. Their requests are not rate-limited unless TRUST_PROXY is set: a local proxy would
 * make all clients appear as one.
 */
const localAddresses: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** The time window of the rate limit, in milliseconds. */
export const rateWindowMs = 60_000;

/**
 * Registers CORS and the rate limit, and rejects invalid requests before their body is read. Routes with `rateLimit:
 * false` are not limited. In a group, the limit applies to the requests of all its processes together.
 */
export async function registerSecurity(app: FastifyInstance, config: HttpConfig, group?: ServerGroup): Promise<void> {
  if (config.corsOrigins.length > 0) await app.register(fastifyCors, corsOptions(config.corsOrigins));
  const checkRateLimit = config.rateLimit > 0 ? await newRateLimit(app, config, group) : undefined;
  const isProxied = config.trustProxy.length > 0;
  app.addHook('onRequest', (request, reply, next) => {
    const isCounted = request.routeOptions.config.rateLimit !== false && (isProxied || !localAddresses.has(request.ip));
    if (!checkRateLimit || !isCounted) next(findRequestError(app, request, reply));
    else
      Promise.resolve(Reflect.apply(checkRateLimit, app, [request, reply])).then(
        () => next(findRequestError(app, request, reply)),
        next,
      );
  });
}

function corsOptions(origins: readonly string[]): object {
  return {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'x-atlas-stale', 'x-atlas-truncated', 'retry-after'],
    maxAge: 600,
    // Otherwise, other OPTIONS requests than preflight ones would be rejected in another format than all other requests.
    strictPreflight: false,
  };
}

async function newRateLimit(
  app: FastifyInstance,
  { rateLimit: max }: HttpConfig,
  group: ServerGroup | undefined,
): Promise<preHandlerAsyncHookHandler> {
  await app.register(fastifyRateLimit, {
    global: false,
    max,
    timeWindow: rateWindowMs,
    // A worker that cannot reach its primary process is about to end; its last requests are not counted.
    ...(group ? { store: newGroupStore(group), skipOnError: true } : {}),
    errorResponseBuilder: (_request, { after }) =>
      new AtlasError(
        'RATE_LIMITED',
        `A client may send at most ${max} requests per minute, but this one has sent more. Try again in ${after}.`,
      ),
  });
  return app.rateLimit();
}

/** Creates the class of a store that counts in the whole group. */
function newGroupStore(group: ServerGroup): FastifyRateLimitStoreCtor {
  return class GroupStore {
    incr(client: string, callback: (error: Error | null, count?: RequestCount) => void): void {
      group.countRequest(client).then(
        (count) => callback(null, count),
        (cause: unknown) => callback(new Error('The requests of the client cannot be counted.', { cause })),
      );
    }

    child(): this {
      return this;
    }
  };
}

function findRequestError(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AtlasError | undefined {
  const { 'content-encoding': encoding = 'identity', host } = request.headers;
  // HTTP/1.1 requires a host (RFC 9112, 3.2).
  if (host === undefined ? request.raw.httpVersion === '1.1' : !URL.canParse(`http://${host}/`)) return hostError();
  if (request.is404) return unknownPathError(app, request, reply);
  if (encoding === 'identity') return undefined;
  void reply.header('accept-encoding', 'identity');
  const message = `A body must not be compressed, but content-encoding is ${encoding.slice(0, 100)}. Send plain JSON.`;
  return new AtlasError('UNSUPPORTED_MEDIA_TYPE', message);
}
