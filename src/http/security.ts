import fastifyCors from '@fastify/cors';
import fastifyHelmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';
import { AtlasError } from '../errors.js';
import type { HttpConfig } from './http-config.js';

/** Sets what every answer carries for browsers, and how often one client may ask. */
export async function security(app: FastifyInstance, config: HttpConfig): Promise<void> {
  const headers = await helmetHeaders(forData);
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
  if (config.corsOrigins.length > 0) await app.register(fastifyCors, corsOptions(config.corsOrigins));
  if (config.rateLimit > 0) await app.register(fastifyRateLimit, rateOptions(config));
}

/** What every page carries beside what all answers do; its policy for content is its own. */
export function pageHeaders(): Promise<OutgoingHttpHeaders> {
  return helmetHeaders({ contentSecurityPolicy: false, ...everywhere });
}

// Whether there is TLS is for the proxy before us to say.
const everywhere = { strictTransportSecurity: false } satisfies FastifyHelmetOptions;

// Data opens no window, loads nothing and runs nothing: what tells a browser how to is not sent with each answer.
const forData: FastifyHelmetOptions = {
  ...everywhere,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"] },
  },
  crossOriginOpenerPolicy: false,
  dnsPrefetchControl: false,
  ieNoOpen: false,
  originAgentCluster: false,
  permittedCrossDomainPolicies: false,
  referrerPolicy: false,
  xssFilter: false,
};

// Asked of the plugin once: it builds itself anew for each request, and always sets the same.
async function helmetHeaders(options: FastifyHelmetOptions): Promise<OutgoingHttpHeaders> {
  const asked = fastify();
  await asked.register(fastifyHelmet, options);
  let headers: OutgoingHttpHeaders = {};
  asked.get('/', async (_request, { raw }) => {
    headers = raw.getHeaders();
    return '';
  });
  await asked.inject('/');
  await asked.close();
  return headers;
}

function corsOptions(origins: readonly string[]): object {
  return {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    exposedHeaders: ['x-request-id', 'x-atlas-stale', 'x-atlas-truncated', 'retry-after'],
    maxAge: 600,
  };
}

function rateOptions({ rateLimit, trustProxy }: HttpConfig): object {
  return {
    max: rateLimit,
    timeWindow: '1 minute',
    // What comes from this machine is ours, or comes through a proxy that nobody told us of: many clients, not one.
    allowList: ({ ip }: FastifyRequest) => trustProxy.length === 0 && isThisMachine(ip),
    errorResponseBuilder: (_request: FastifyRequest, { max, after }: { max: number; after: string }) =>
      new AtlasError(
        'RATE_LIMITED',
        `At most ${max} requests a minute are answered to one client, and you sent more. Try again in ${after}.`,
      ),
  };
}

function isThisMachine(ip: string): boolean {
  return ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1';
}
