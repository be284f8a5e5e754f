import fastifyCors from '@fastify/cors';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { AtlasError } from '../errors.js';
import type { HttpConfig } from './http-config.js';
import { unknownPathError } from './unknown-path.js';

/**
 * The addresses of this machine. Their requests are not rate-limited unless TRUST_PROXY is set: a local proxy would
 * make all clients appear as one.
 */
const localAddresses: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Registers CORS and the rate limit, and rejects invalid requests before their body is read. Routes with `rateLimit:
 * false` are not limited.
 */
export async function registerSecurity(app: FastifyInstance, config: HttpConfig): Promise<void> {
  if (config.corsOrigins.length > 0) await app.register(fastifyCors, corsOptions(config.corsOrigins));
  const checkRateLimit = config.rateLimit > 0 ? await newRateLimit(app, config) : undefined;
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

async function newRateLimit(app: FastifyInstance, { rateLimit: max }: HttpConfig): Promise<preHandlerAsyncHookHandler> {
  await app.register(fastifyRateLimit, {
    global: false,
    max,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { after }) =>
      new AtlasError(
        'RATE_LIMITED',
        `A client may send at most ${max} requests per minute, but this one has sent more. Try again in ${after}.`,
      ),
  });
  return app.rateLimit();
}

function findRequestError(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AtlasError | undefined {
  if (request.is404) return unknownPathError(app, request, reply);
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding === 'identity') return undefined;
  void reply.header('accept-encoding', 'identity');
  const message = `A body must not be compressed, but content-encoding is ${encoding.slice(0, 100)}. Send plain JSON.`;
  return new AtlasError('UNSUPPORTED_MEDIA_TYPE', message);
}
