import { accessSync, constants, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { availableParallelism, homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { AtlasError } from './errors.js';
import { httpSettings, toHttpConfig } from './http/http-config.js';
import { launcherNames } from './launchers/launcher.js';
import { hasModel } from './model/read-model.js';
import { defaultDataDir, isInstalled, packageRoot } from './paths.js';
import { enumSetting, onOffSetting } from './shared/enum-setting.js';
import { schemasOf, selectSettings, setting } from './shared/setting.js';
import { wholeNumberSetting } from './shared/whole-number-setting.js';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const text = z.string().optional();
const maxWorkers = 64;

// Node.js completes the address `0` to 0.0.0.0, which accepts connections from everywhere.
const hostName = z
  .string()
  .refine((host) => isIP(host) !== 0 || !/(^|\.)(\d+|0x[\da-f]*)$/i.test(host), {
    error: 'must be a complete IP address or a name, such as 127.0.0.1, or 0.0.0.0 for all addresses',
  })
  .default('127.0.0.1');

// The specification of these variables says to ignore a relative path.
const xdgDirectory = text.transform((path) => (path !== undefined && isAbsolute(path) ? path : undefined));

const workerCount = z
  .string()
  .refine((text) => text === 'auto' || (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= maxWorkers), {
    error: `must be auto, or a whole number from 1 to ${maxWorkers}`,
  })
  .transform((text) => (text === 'auto' ? Math.min(availableParallelism(), maxWorkers) : Number(text)))
  .default(1);

const atlasDirectory = z
  .string()
  .refine(hasModel, 'must be a directory with a model in its subdirectory `schema`')
  .optional();

const redisUrl = z
  .string()
  .refine((url) => /^rediss?:\/\//.test(url), { error: 'must begin with redis:// or rediss://', abort: true })
  .refine((url) => URL.canParse(url), { error: 'must be a URL such as redis://host:6379' })
  .optional();

const schemes = ['bolt', 'neo4j'].flatMap((scheme) => [scheme, `${scheme}+s`, `${scheme}+ssc`]);
const neo4jUri = z
  .string()
  .refine((uri) => schemes.includes(uri.split('://', 1)[0] ?? '') && uri.includes('://'), {
    error: `must begin with one of ${schemes.map((scheme) => `${scheme}://`).join(', ')}`,
    abort: true,
  })
  .refine((uri) => !uri.includes('@'), {
    error: 'must not contain credentials: set NEO4J_USERNAME and NEO4J_PASSWORD',
  })
  .refine((uri) => URL.canParse(uri), { error: 'must be a URI such as neo4j+s://host:7687' })
  .optional();

/** The settings of the server, read once from the environment. */
const serverSettings = {
  /** The address to listen on; the default accepts connections from this machine only. Default: `127.0.0.1`. */
  host: setting('HOST', hostName),
  /** The TCP port to listen on, 0 to 65535; 0 selects any free port. Default: 4000. */
  port: setting('PORT', wholeNumberSetting(0, 65_535, 4_000)),
  /** The number of processes that share the port, 1 to 64, or `auto` for one for each core. Each has caches and at most
   * 50 connections to Neo4j of its own; limits apply to all of them together. Default: 1. */
  workers: setting('WORKERS', workerCount),
  /** The minimum severity of the log lines to print: `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`.
   * Startup and shutdown messages are always printed, unless `--quiet` is given. Default: `warn`. */
  logLevel: setting('LOG_LEVEL', enumSetting(logLevels).default('warn')),
  /** `json` prints one JSON object per line, `text` prints lines for people. Default: `text` on a terminal, `json`
   * otherwise. */
  logFormat: setting('LOG_FORMAT', enumSetting(['json', 'text']).optional()),
  /** A directory with the model in `schema` and the data in `data`; `--atlas` takes precedence. Default: the project's
   * own model and data. */
  atlasDir: setting('ATLAS_DIR', atlasDirectory),
};

/** The settings of how operations are executed. */
const readSettings = {
  /** `jit` compiles operations to JavaScript, `graphql-js` interprets them. Default: `jit`. */
  executor: setting('EXECUTOR', enumSetting(['jit', 'graphql-js']).default('jit')),
  /** How many times an operation is executed by a query that all operations share, where that query can read it. Then
   * the operation gets its own query, which is faster, but which Neo4j must plan first. `0` always uses its own query.
   * Default: 50. */
  genericReads: setting('GENERIC_READS', wholeNumberSetting(0, 1_000_000, 50)),
  /** `on` caches responses until the data changes, `off` executes every operation. Default: `on`. */
  isCacheEnabled: setting('CACHE', onOffSetting.default(true)),
  /** The URL of a Redis or Valkey server in which several servers share cached responses, such as `redis://host:6379`;
   * `rediss://` uses TLS. Default: none, each server caches in its own memory. */
  cacheUrl: setting('CACHE_URL', redisUrl),
};

/** The settings of the Neo4j to use. */
const neo4jSettings = {
  /** Which Neo4j to use: `uri` is the one at `NEO4J_URI`, `docker` starts a container, `local` starts a child process;
   * `--neo4j` takes precedence. Default: the first of these that is available. */
  launcher: setting('ATLAS_NEO4J', enumSetting(launcherNames).optional()),
  /** The URI of an existing Neo4j, such as `neo4j+s://host:7687`. Schemes: `bolt`, `neo4j`, and each with `+s` or
   * `+ssc`. Default: none, the server starts a Neo4j. */
  uri: setting('NEO4J_URI', neo4jUri),
  /** The user for the Neo4j at `NEO4J_URI`. Default: `neo4j`. */
  username: setting('NEO4J_USERNAME', z.string().default('neo4j')),
  /** The password of that user; takes precedence over `NEO4J_PASSWORD_FILE`. One of the two is required with
   * `NEO4J_URI`. Default: none. */
  password: setting('NEO4J_PASSWORD', text),
  /** A file that contains only the password; it is read again when Neo4j refuses the password. Default: none. */
  passwordFile: setting('NEO4J_PASSWORD_FILE', text),
  /** The name of the database in the Neo4j at `NEO4J_URI`. Default: the user's home database. */
  database: setting('NEO4J_DATABASE', text),
  /** The directory for the database of a Neo4j that the server starts; it must be writable. Default: `.atlas` in the
   * directory of `--atlas` or in the project, or `aigc-atlas` in `XDG_DATA_HOME` for an installed package. */
  dataDir: setting('ATLAS_DATA_DIR', text),
  /** The directory for the data of programs; a relative path is ignored. An installed package uses it unless
   * `ATLAS_DATA_DIR` or `--atlas` is set. Default: `~/.local/share`. */
  dataHome: setting('XDG_DATA_HOME', xdgDirectory),
  /** The directory for caches; downloads are kept in `aigc-atlas` below it. A relative path is ignored. Required if the
   * user has no home directory and the server starts a Neo4j. Default: `~/.cache`. */
  cacheDir: setting('XDG_CACHE_HOME', xdgDirectory),
  /** The Java installation that runs a Neo4j started as a child process. Default: the `java` in `PATH`. */
  javaHome: setting('JAVA_HOME', text),
};

/** The settings of the server, read once from the environment. */
export type Config = ReturnType<typeof toConfig>;

/** The format of log lines: `json` for programs, `text` for people. */
export type LogFormat = NonNullable<Config['logFormat']>;

/** The settings of how operations are executed. */
export type ReadConfig = Config['read'];

/** The settings of the Neo4j to use. */
export type Neo4jConfig = Config['neo4j'];

/** The environment variables, each with its validation and its default. */
export const environmentSchema = z.object({
  ...schemasOf({ ...httpSettings, ...serverSettings, ...readSettings, ...neo4jSettings }),
  NODE_ENV: text,
});

/**
 * Reads the settings from environment variables; an empty variable counts as unset. Reports all problems in one error.
 */
export function readConfig(environment: Environment): Config {
  const { config, error } = inspectConfig(environment);
  if (error !== undefined) throw error;
  return config;
}

/** Like `readConfig`, but also returns settings if some are invalid: these then have their defaults. */
export function inspectConfig(environment: Environment): { readonly config: Config; readonly error?: AtlasError } {
  const variables = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(variables);
  const problems = [
    ...(result.error?.issues.map((issue) => describeProblem(issue, variables)) ?? []),
    ...findMissingSettings(variables),
    ...findConflicts(variables),
  ];
  if (result.success && problems.length === 0) return { config: toConfig(result.data) };
  const invalidNames = new Set(result.error?.issues.map(({ path }) => path[0]));
  const validVariables = Object.fromEntries(Object.entries(variables).filter(([name]) => !invalidNames.has(name)));
  return { config: toConfig(environmentSchema.parse(validVariables)), error: badConfigError(problems) };
}

function toConfig(env: Readonly<Record<string, unknown>>) {
  const home = homeDirectory() ?? tmpdir();
  const server = selectSettings(serverSettings, env);
  const neo4j = selectSettings(neo4jSettings, env);
  const dataHome = neo4j.dataHome ?? join(home, '.local', 'share');
  return Object.freeze({
    ...server,
    read: selectSettings(readSettings, env),
    http: toHttpConfig(env),
    neo4j: Object.freeze({
      ...neo4j,
      dataDir: resolve(neo4j.dataDir ?? defaultDataDir(packageRoot, server.atlasDir, dataHome)),
      dataHome,
      cacheDir: resolve(neo4j.cacheDir ?? join(home, '.cache'), 'aigc-atlas'),
    }),
  });
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The options that set the same as a variable. */
const options: Readonly<Record<string, string>> = { PORT: '--port', ATLAS_DIR: '--atlas', ATLAS_NEO4J: '--neo4j' };

function describeProblem({ path, message }: z.core.$ZodIssue, variables: Environment): string {
  const name = String(path[0]);
  const option = options[name];
  return `${option === undefined ? name : `${name} or ${option}`}: ${message} (found "${withoutSecrets(variables[name] ?? '')}")`;
}

// The part of a URL before the last @ may contain a password, even if the URL is malformed, and so may its query.
function withoutSecrets(value: string): string {
  return value.replace(/(?<=:\/\/|^).*@/s, '…@').replace(/\?.*/s, '?…');
}

/** Lists the variables that are required because of other variables. */
function findMissingSettings(variables: Environment): string[] {
  const { ATLAS_NEO4J: launcher, NEO4J_URI: uri, NEO4J_PASSWORD: password, NEO4J_PASSWORD_FILE: file } = variables;
  if (launcher === 'uri' && uri === undefined)
    return ['NEO4J_URI: is required because ATLAS_NEO4J or --neo4j is "uri"'];
  const usesUri = uri !== undefined && (launcher ?? 'uri') === 'uri';
  if (usesUri) return findMissingPassword(password, file);
  if (homeDirectory() !== undefined) return [];
  // Downloads and data directories are needed only to start a Neo4j.
  const usesDataHome = isInstalled(packageRoot) && !variables['ATLAS_DATA_DIR'] && !variables['ATLAS_DIR'];
  return ['XDG_CACHE_HOME', ...(usesDataHome ? ['XDG_DATA_HOME'] : [])]
    .filter((name) => !isAbsolute(variables[name] ?? ''))
    .map((name) => `${name}: is required because this user has no home directory`);
}

/** Lists the variables that contradict others. */
function findConflicts({ SUBGRAPH: subgraph, PERSISTED_ONLY: persistedOnly }: Environment): string[] {
  if (subgraph !== 'on' || persistedOnly !== '1') return [];
  return ['SUBGRAPH: must be "off" because PERSISTED_ONLY is "1": a gateway writes operations of its own'];
}

function findMissingPassword(password: string | undefined, file: string | undefined): string[] {
  if (password !== undefined) return [];
  if (file === undefined) return ['NEO4J_PASSWORD or NEO4J_PASSWORD_FILE: is required because NEO4J_URI is set'];
  return isReadable(file) ? [] : ['NEO4J_PASSWORD_FILE: must be a readable file, but it cannot be read'];
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return !statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Returns the home directory; undefined if neither HOME nor the user database contains one. */
function homeDirectory(): string | undefined {
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}

function badConfigError(problems: readonly string[]): AtlasError {
  const list = problems.map((problem) => `  ${problem}`).join('\n');
  return new AtlasError('BAD_CONFIG', `Correct these settings:\n${list}`);
}
