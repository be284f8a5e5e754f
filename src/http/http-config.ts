import { isIP } from 'node:net';
import { z } from 'zod';
import { enumSetting, onOffSetting } from '../shared/enum-setting.js';
import { schemasOf, selectSettings, setting } from '../shared/setting.js';
import { wholeNumberSetting } from '../shared/whole-number-setting.js';

const commaSeparatedList = z
  .string()
  .regex(/[^,\s]/, 'must have at least one item; to list none, unset it')
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

const proxyAddresses = commaSeparatedList.refine((proxies) => proxies.every(isProxyAddress), {
  error:
    'must be a comma-separated list of IP addresses or networks, such as 10.0.0.1,192.168.0.0/16, ' +
    'or of loopback, linklocal, uniquelocal',
});

const origins = commaSeparatedList.refine((list) => list.every(isOrigin), {
  error: 'must be a comma-separated list of origins without a path, such as https://example.org, or *',
});

const basePath = z
  .string()
  .regex(/^(\/[\w~-][\w.~-]*)+$/, 'must be a path that begins with / and does not end with it, such as /atlas')
  .default('');

/** The settings of HTTP: limits, logging, access from browsers, metrics and tracing. */
export const httpSettings = {
  /** How long an operation may take until Neo4j has returned its data, in milliseconds; 100 to 600000. Ends slow
   * queries and requests on dead connections. Default: 30000. */
  operationTimeoutMs: setting('OPERATION_TIMEOUT', wholeNumberSetting(100, 600_000, 30_000)),
  /** The maximum cost of an operation, as estimated in `extensions.cost`; 1 to 999999999999. An operation that exceeds
   * it is refused before Neo4j is queried. Default: 1000000. */
  costLimit: setting('COST_LIMIT', wholeNumberSetting(1, 1e12 - 1, 1_000_000)),
  /** The maximum nesting depth of the fields of an operation; 1 to 100. Protects against operations that follow cycles.
   * Default: 20. */
  depthLimit: setting('DEPTH_LIMIT', wholeNumberSetting(1, 100, 20)),
  /** The maximum number of aliases in an operation and its fragments; 0 to 10000. Protects against many operations in
   * one. Default: 100. */
  aliasLimit: setting('ALIAS_LIMIT', wholeNumberSetting(0, 10_000, 100)),
  /** The maximum number of directives in an operation and its fragments; 0 to 10000. Protects the validation. Default:
   * 10. */
  directiveLimit: setting('DIRECTIVE_LIMIT', wholeNumberSetting(0, 10_000, 10)),
  /** The maximum size of a request body, in bytes; 1000 to 100000000. Protects the parser and the memory. Default:
   * 102400. */
  bodyLimit: setting('BODY_LIMIT', wholeNumberSetting(1_000, 100_000_000, 102_400)),
  /** The maximum number of requests per minute from one client address; 0 to 1000000000, 0 for no limit. Requests from
   * the same machine are not counted unless `TRUST_PROXY` is set. Default: 6000. */
  rateLimit: setting('RATE_LIMIT', wholeNumberSetting(0, 1_000_000_000, 6_000)),
  /** A comma-separated list of IP addresses or networks of proxies whose `x-forwarded-for` header is trusted, such as
   * `10.0.0.1,192.168.0.0/16`; `loopback`, `linklocal` and `uniquelocal` are allowed as well. Default: none. */
  trustProxy: setting('TRUST_PROXY', proxyAddresses),
  /** The maximum number of concurrent requests, 1 to 1000000; further ones are rejected with status 503. Default:
   * 1000. */
  requestLimit: setting('REQUEST_LIMIT', wholeNumberSetting(1, 1_000_000, 1_000)),
  /** How long the server still responds after a stop signal while `/readyz` returns 503, in milliseconds; 0 to 600000.
   * Set it to more than a load balancer needs to notice. Default: 0. */
  drainDelayMs: setting('DRAIN_DELAY', wholeNumberSetting(0, 600_000, 0)),
  /** The duration from which an operation is logged as slow, in milliseconds; 0 to 600000, 0 for never. Default:
   * 1000. */
  slowOperationMs: setting('SLOW_OPERATION', wholeNumberSetting(0, 600_000, 1_000)),
  /** `on` logs every request, `off` does not. Default: `off`. */
  hasAccessLog: setting('ACCESS_LOG', onOffSetting.default(false)),
  /** The path below which a reverse proxy serves the server, such as `/atlas`; it begins with a slash and does not end
   * with one. Default: none, the root. */
  basePath: setting('BASE_PATH', basePath),
  /** A comma-separated list of the web origins whose pages may send requests, such as `https://example.org`, or `*` for
   * all. Default: none, only the server's own pages. */
  corsOrigins: setting('CORS_ORIGINS', origins),
  /** `on` makes error messages suggest names of the schema, `off` does not. Default: `off` if `NODE_ENV` is
   * `production`, `on` otherwise. */
  hasSuggestions: setting('SUGGESTIONS', onOffSetting.optional()),
  /** `on` serves metrics for Prometheus at `/metrics`, `off` does not. The proxy should hide the path from the public.
   * Default: `on`. */
  hasMetrics: setting('METRICS', onOffSetting.default(true)),
  /** The base URL of an OpenTelemetry collector that receives traces by OTLP over HTTP, such as `http://host:4318`;
   * `/v1/traces` is appended. Default: none, tracing is off. */
  traceEndpoint: setting('OTEL_EXPORTER_OTLP_ENDPOINT', httpUrl),
  /** The complete URL of the collector for traces, such as `http://host:4318/v1/traces`; takes precedence over
   * `OTEL_EXPORTER_OTLP_ENDPOINT`. Default: none. */
  traceUrl: setting('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', httpUrl),
  /** `1` allows only the operations in `operations/`, `0` allows any operation. With `1`, the playground and the
   * explorer cannot send requests of their own. Default: `0`. */
  isPersistedOnly: setting(
    'PERSISTED_ONLY',
    enumSetting(['0', '1'])
      .transform((value) => value === '1')
      .default(false),
  ),
  /** `on` adds the fields of an Apollo Federation 2 subgraph to the API, `_service` and `_entities`; `off` does not. It
   * requires `PERSISTED_ONLY=0`, because a gateway writes operations of its own. Default: `off`. */
  isSubgraph: setting('SUBGRAPH', onOffSetting.default(false)),
};

/** The settings of HTTP: limits, logging, access from browsers, metrics and tracing. */
export type HttpConfig = ReturnType<typeof toHttpConfig>;

/** Selects these settings from the parsed environment variables. */
export function toHttpConfig(env: Readonly<Record<string, unknown>>) {
  const settings = selectSettings(httpSettings, env);
  return Object.freeze({ ...settings, hasSuggestions: settings.hasSuggestions ?? env['NODE_ENV'] !== 'production' });
}

/** The settings if no variable is set. */
export const defaultHttpConfig: HttpConfig = toHttpConfig(z.object(schemasOf(httpSettings)).parse({}));
