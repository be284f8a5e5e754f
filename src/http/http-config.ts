import { isIP } from 'node:net';
import { z } from 'zod';
import { enumSetting } from '../shared/enum-setting.js';
import { wholeNumberSetting } from '../shared/whole-number-setting.js';

/** The settings of HTTP: limits, logging, access from browsers, metrics and tracing. */
export interface HttpConfig {
  /** `OPERATION_TIMEOUT`: How long an operation may take until Neo4j has returned its data, in milliseconds; 100 to
   * 600000. Ends slow queries and requests on dead connections. Default: 30000. */
  readonly operationTimeoutMs: number;
  /** `COST_LIMIT`: The maximum cost of an operation, as estimated in `extensions.cost`; 1 to 999999999999. An
   * operation that exceeds it is refused before Neo4j is queried. Default: 1000000. */
  readonly costLimit: number;
  /** `DEPTH_LIMIT`: The maximum nesting depth of the fields of an operation; 1 to 100. Protects against
   * operations that follow cycles. Default: 20. */
  readonly depthLimit: number;
  /** `ALIAS_LIMIT`: The maximum number of aliases in an operation and its fragments; 0 to 10000. Protects
   * against many operations in one. Default: 100. */
  readonly aliasLimit: number;
  /** `DIRECTIVE_LIMIT`: The maximum number of directives in an operation and its fragments; 0 to 10000.
   * Protects the validation. Default: 10. */
  readonly directiveLimit: number;
  /** `BODY_LIMIT`: The maximum size of a request body, in bytes; 1000 to 100000000. Protects the parser
   * and the memory. Default: 102400. */
  readonly bodyLimit: number;
  /** `RATE_LIMIT`: The maximum number of requests per minute from one client address; 0 to 1000000000, 0 for no limit.
   * Requests from the same machine are not counted unless `TRUST_PROXY` is set. Default: 6000. */
  readonly rateLimit: number;
  /** `TRUST_PROXY`: A comma-separated list of IP addresses or networks of proxies whose `x-forwarded-for` header is
   * trusted, such as `10.0.0.1,192.168.0.0/16`; `loopback`, `linklocal` and `uniquelocal` are allowed as well. Default:
   * none. */
  readonly trustProxy: readonly string[];
  /** `REQUEST_LIMIT`: The maximum number of concurrent requests, 1 to 1000000; further ones are rejected with status
   * 503. Default: 1000. */
  readonly requestLimit: number;
  /** `DRAIN_DELAY`: How long the server still responds after a stop signal while `/readyz` returns 503, in
   * milliseconds; 0 to 600000. Set it to more than a load balancer needs to notice. Default: 0. */
  readonly drainDelayMs: number;
  /** `SLOW_OPERATION`: The duration from which an operation is logged as slow, in milliseconds; 0 to 600000, 0 for
   * never. Default: 1000. */
  readonly slowOperationMs: number;
  /** `ACCESS_LOG`: `on` logs every request, `off` does not. Default: `off`. */
  readonly hasAccessLog: boolean;
  /** `BASE_PATH`: The path below which a reverse proxy serves the server, such as `/atlas`; it begins with a slash and
   * does not end with one. Default: none, the root. */
  readonly basePath: string;
  /** `CORS_ORIGINS`: A comma-separated list of the web origins whose pages may send requests, such as
   * `https://example.org`, or `*` for all. Default: none, only the server's own pages. */
  readonly corsOrigins: readonly string[];
  /** `SUGGESTIONS`: `on` makes error messages suggest names of the schema, `off` does not. Default: `off` if `NODE_ENV`
   * is `production`, `on` otherwise. */
  readonly hasSuggestions: boolean;
  /** `METRICS`: `on` serves metrics for Prometheus at `/metrics`, `off` does not. The proxy should hide the path
   * from the public. Default: `on`. */
  readonly hasMetrics: boolean;
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`: The base URL of an OpenTelemetry collector that receives traces by OTLP over HTTP,
   * such as `http://host:4318`; `/v1/traces` is appended. Default: none, tracing is off. */
  readonly traceEndpoint: string | undefined;
  /** `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`: The complete URL of the collector for traces, such as
   * `http://host:4318/v1/traces`; takes precedence over `OTEL_EXPORTER_OTLP_ENDPOINT`. Default: none. */
  readonly traceUrl: string | undefined;
  /** `PERSISTED_ONLY`: `1` allows only the operations in `operations/`, `0` allows any operation.
   * With `1`, the playground and the explorer cannot send requests of their own. Default: `0`. */
  readonly isPersistedOnly: boolean;
  /** `SUBGRAPH`: `on` adds the fields of an Apollo Federation 2 subgraph to the API, `_service` and `_entities`; `off`
   * does not. It requires `PERSISTED_ONLY=0`, because a gateway writes operations of its own. Default: `off`. */
  readonly isSubgraph: boolean;
}

const commaSeparatedList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** The names of networks that Fastify accepts. */
const networkNames = /^(loopback|linklocal|uniquelocal)$/;

function isProxyAddress(text: string): boolean {
  const [ip = '', prefixLength, ...extraParts] = text.split('/');
  const version = isIP(ip);
  if (version === 0) return networkNames.test(text);
  return (
    extraParts.length === 0 &&
    (prefixLength === undefined ||
      (/^\d{1,3}$/.test(prefixLength) && Number(prefixLength) <= (version === 4 ? 32 : 128)))
  );
}

function isOrigin(text: string): boolean {
  return text === '*' || text === 'null' || (/^[a-z][a-z\d+.-]*:\/\/[^/?#@\s]+$/i.test(text) && URL.canParse(text));
}

const httpUrl = z
  .string()
  .refine((url) => /^https?:\/\//.test(url), { error: 'must begin with http:// or https://', abort: true })
  .refine((url) => URL.canParse(url), { error: 'must be a URL such as http://host:4318' })
  .optional();

/** The environment variables of these settings, each with its validation and its default. */
export const httpVariables = {
  OPERATION_TIMEOUT: wholeNumberSetting(100, 600_000, 30_000),
  COST_LIMIT: wholeNumberSetting(1, 1e12 - 1, 1_000_000),
  DEPTH_LIMIT: wholeNumberSetting(1, 100, 20),
  ALIAS_LIMIT: wholeNumberSetting(0, 10_000, 100),
  DIRECTIVE_LIMIT: wholeNumberSetting(0, 10_000, 10),
  BODY_LIMIT: wholeNumberSetting(1_000, 100_000_000, 102_400),
  RATE_LIMIT: wholeNumberSetting(0, 1_000_000_000, 6_000),
  TRUST_PROXY: commaSeparatedList.refine((proxies) => proxies.every(isProxyAddress), {
    error:
      'must be a comma-separated list of IP addresses or networks, such as 10.0.0.1,192.168.0.0/16, ' +
      'or of loopback, linklocal, uniquelocal',
  }),
  REQUEST_LIMIT: wholeNumberSetting(1, 1_000_000, 1_000),
  DRAIN_DELAY: wholeNumberSetting(0, 600_000, 0),
  SLOW_OPERATION: wholeNumberSetting(0, 600_000, 1_000),
  ACCESS_LOG: enumSetting(['on', 'off']).default('off'),
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w~-][\w.~-]*)+$/, 'must be a path that begins with / and does not end with it, such as /atlas')
    .optional(),
  CORS_ORIGINS: commaSeparatedList.refine((origins) => origins.every(isOrigin), {
    error: 'must be a comma-separated list of origins without a path, such as https://example.org, or *',
  }),
  NODE_ENV: z.string().optional(),
  SUGGESTIONS: enumSetting(['on', 'off']).optional(),
  METRICS: enumSetting(['on', 'off']).default('on'),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl,
  PERSISTED_ONLY: enumSetting(['0', '1']).default('0'),
  SUBGRAPH: enumSetting(['on', 'off']).default('off'),
};

const variables = z.object(httpVariables);

/** Converts the environment variables to settings. */
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
    hasAccessLog: env.ACCESS_LOG === 'on',
    basePath: env.BASE_PATH ?? '',
    corsOrigins: env.CORS_ORIGINS,
    hasSuggestions: (env.SUGGESTIONS ?? (env.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    hasMetrics: env.METRICS === 'on',
    traceEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    traceUrl: env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
    isPersistedOnly: env.PERSISTED_ONLY === '1',
    isSubgraph: env.SUBGRAPH === 'on',
  });
}

/** The settings if no variable is set. */
export const defaultHttpConfig: HttpConfig = toHttpConfig(variables.parse({}));
