import { isIP } from 'node:net';
import { z } from 'zod';
import { oneOf } from '../shared/one-of.js';
import { wholeNumber } from '../shared/whole-number.js';

/** The settings of what the server takes from clients, and what it tells them and those who run it. */
export interface HttpConfig {
  /** `OPERATION_TIMEOUT`: how many milliseconds an operation may take in Neo4j, 100 to 600,000; default 30000. */
  readonly operationTimeoutMs: number;
  /** `COST_LIMIT`: how much an operation may cost, by the estimate in `extensions.cost`; default 1000000. */
  readonly costLimit: number;
  /** `DEPTH_LIMIT`: how many fields may lie inside each other; default 20. */
  readonly depthLimit: number;
  /** `ALIAS_LIMIT`: how many aliases an operation may have; default 100. */
  readonly aliasLimit: number;
  /** `DIRECTIVE_LIMIT`: how many directives an operation may have; default 10. */
  readonly directiveLimit: number;
  /** `BODY_LIMIT`: how many bytes a request's body may have; default 102400. */
  readonly bodyLimit: number;
  /** `RATE_LIMIT`: how many requests one client may send a minute, 0 for any number; default 6000. */
  readonly rateLimit: number;
  /** `TRUST_PROXY`: addresses of proxies whose `x-forwarded-for` is believed, with commas between; default none. */
  readonly trustProxy: readonly string[];
  /** `REQUEST_LIMIT`: how many requests may be under way at once before more are refused; default 1000. */
  readonly requestLimit: number;
  /** `DRAIN_DELAY`: how many milliseconds it still answers, but is not ready, before it stops; 0 to 600,000, default 0. */
  readonly drainDelayMs: number;
  /** `SLOW_OPERATION`: after how many milliseconds an operation is logged as slow, 0 for never; default 1000. */
  readonly slowOperationMs: number;
  /** `ACCESS_LOG`: whether each request is logged; default `off`. */
  readonly accessLog: boolean;
  /** `BASE_PATH`: a path, as `/atlas`, below which a proxy serves everything; default none. */
  readonly basePath: string;
  /** `CORS_ORIGINS`: web origins whose pages may ask, with commas between, or `*` for all; default none. */
  readonly corsOrigins: readonly string[];
  /** `SUGGESTIONS`: whether errors suggest names of the schema; default `on`, and `off` where NODE_ENV is `production`. */
  readonly suggestions: boolean;
  /** `METRICS`: whether `/metrics` answers; default `on`. */
  readonly metrics: boolean;
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`: a collector that takes traces by OTLP over HTTP, as `http://host:4318`; default: none. */
  readonly traceEndpoint: string | undefined;
  /** `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`: the collector's whole URL for traces; default: `/v1/traces` of the former. */
  readonly traceUrl: string | undefined;
  /** `PERSISTED_ONLY`: `1` runs the operations of `operations/` and no others; default `0`. */
  readonly persistedOnly: boolean;
}

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** Networks that have a name. */
const network = /^(loopback|linklocal|uniquelocal)$/;

function isProxy(text: string): boolean {
  const [ip = '', bits, ...others] = text.split('/');
  const version = isIP(ip);
  if (version === 0) return network.test(text);
  return (
    others.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

function isOrigin(text: string): boolean {
  return text === '*' || text === 'null' || (/^[a-z][a-z\d+.-]*:\/\/[^/?#@\s]+$/i.test(text) && URL.canParse(text));
}

const httpUrl = z
  .string()
  .refine((url) => /^https?:\/\//.test(url), { message: 'must begin with http:// or https://', abort: true })
  .refine((url) => URL.canParse(url), { message: 'must be a URL, as http://host:4318' })
  .optional();

/** The environment variables of these settings. */
export const httpVariables = {
  OPERATION_TIMEOUT: wholeNumber(100, 600_000, 30_000),
  COST_LIMIT: wholeNumber(1, 1e12 - 1, 1_000_000),
  DEPTH_LIMIT: wholeNumber(1, 100, 20),
  ALIAS_LIMIT: wholeNumber(0, 10_000, 100),
  DIRECTIVE_LIMIT: wholeNumber(0, 10_000, 10),
  BODY_LIMIT: wholeNumber(1_000, 100_000_000, 102_400),
  RATE_LIMIT: wholeNumber(0, 1_000_000_000, 6_000),
  TRUST_PROXY: list.refine((proxies) => proxies.every(isProxy), {
    message: 'must be addresses or networks, as 10.0.0.1,192.168.0.0/16, or loopback, linklocal, uniquelocal',
  }),
  REQUEST_LIMIT: wholeNumber(1, 1_000_000, 1_000),
  DRAIN_DELAY: wholeNumber(0, 600_000, 0),
  SLOW_OPERATION: wholeNumber(0, 600_000, 1_000),
  ACCESS_LOG: oneOf(['on', 'off']).default('off'),
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w~-][\w.~-]*)+$/, 'must be a path that begins with / and does not end with it, as /atlas')
    .optional(),
  CORS_ORIGINS: list.refine((origins) => origins.every(isOrigin), {
    message: 'must be origins without a path, as https://example.org, or *',
  }),
  NODE_ENV: z.string().optional(),
  SUGGESTIONS: oneOf(['on', 'off']).optional(),
  METRICS: oneOf(['on', 'off']).default('on'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl,
  PERSISTED_ONLY: oneOf(['0', '1']).default('0'),
};

const variables = z.object(httpVariables);

/** The settings that the variables give. */
export function toHttpConfig(env: z.infer<typeof variables>): HttpConfig {
  return Object.freeze({
    operationTimeoutMs: env.OPERATION_TIMEOUT,
    costLimit: env.COST_LIMIT,
    depthLimit: env.DEPTH_LIMIT,
    aliasLimit: env.ALIAS_LIMIT,
    directiveLimit: env.DIRECTIVE_LIMIT,
    bodyLimit: env.BODY_LIMIT,
    rateLimit: env.RATE_LIMIT,
    trustProxy: env.TRUST_PROXY,
    requestLimit: env.REQUEST_LIMIT,
    drainDelayMs: env.DRAIN_DELAY,
    slowOperationMs: env.SLOW_OPERATION,
    accessLog: env.ACCESS_LOG === 'on',
    basePath: env.BASE_PATH ?? '',
    corsOrigins: env.CORS_ORIGINS,
    suggestions: (env.SUGGESTIONS ?? (env.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    metrics: env.METRICS === 'on',
    traceEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    traceUrl: env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
    persistedOnly: env.PERSISTED_ONLY === '1',
  });
}

/** The settings where nothing is set. */
export const defaultHttpConfig: HttpConfig = toHttpConfig(variables.parse({}));
