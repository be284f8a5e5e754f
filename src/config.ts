import { accessSync, constants, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AtlasError } from './errors.js';
import { httpVariables, toHttpConfig, type HttpConfig } from './http/http-config.js';
import { launcherNames, type LauncherName } from './launchers/launcher.js';
import { hasModel } from './model/read-model.js';
import { packageRoot } from './paths.js';
import { oneOf } from './shared/one-of.js';
import type { ExecutorKind } from './execute/executor.js';

/** Every setting, read once from the environment. */
export interface Config {
  /** `HOST`: the address to listen on; default `127.0.0.1`, this machine only. */
  readonly host: string;
  /** `PORT`: the TCP port of the server, 1 to 65535, or 0 for any free one; default 4000. */
  readonly port: number;
  /** `LOG_LEVEL`: the least severe log line to print; default `warn`. */
  readonly logLevel: LogLevel;
  /** `LOG_FORMAT`: `json` for a JSON object a line, `text` for people; default `text` on a terminal, else `json`. */
  readonly logFormat: LogFormat | undefined;
  /** `ATLAS_DIR`: a folder with the model in `schema` and the data in `data`; `--model` takes precedence; default: the project's own. */
  readonly atlasDir: string | undefined;
  readonly read: ReadConfig;
  readonly http: HttpConfig;
  readonly neo4j: Neo4jConfig;
}

/** The settings of how operations are answered. */
export interface ReadConfig {
  /** `EXECUTOR`: `jit` compiles operations to JavaScript, `graphql-js` interprets them; default `jit`. */
  readonly executor: ExecutorKind;
  /** `CACHE`: `on` answers again what was answered before on the same data, `off` never does; default `on`. */
  readonly cache: boolean;
  /** `CACHE_URL`: a Redis or Valkey, as `redis://host:6379`, in which several servers share answers; default: memory. */
  readonly cacheUrl: string | undefined;
}

/** The settings that decide which Neo4j is used. */
export interface Neo4jConfig {
  /** `ATLAS_NEO4J`: forces `uri`, `docker` or `local`; `--neo4j` takes precedence; default: the first available. */
  readonly launcher: LauncherName | undefined;
  /** `NEO4J_URI`: a Neo4j that is there already; default: none, one is started. */
  readonly uri: string | undefined;
  /** `NEO4J_USERNAME`: who signs in there; default `neo4j`. */
  readonly username: string;
  /** `NEO4J_PASSWORD`: needed with `NEO4J_URI`, unless `NEO4J_PASSWORD_FILE` is given. */
  readonly password: string | undefined;
  /** `NEO4J_PASSWORD_FILE`: a file that holds the password and nothing else; default: none. */
  readonly passwordFile: string | undefined;
  /** `NEO4J_DATABASE`: the database's name; default: the user's home database. */
  readonly database: string | undefined;
  /** `ATLAS_DATA_DIR`: the folder of the database started here; default `.atlas` in the project. */
  readonly dataDir: string;
  /** `XDG_CACHE_HOME` (default `~/.cache`), and in it the folder of what can be fetched again. */
  readonly cacheDir: string;
  /** `JAVA_HOME`: the Java to start Neo4j with; default: the `java` on the path. */
  readonly javaHome: string | undefined;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How severe a log line has to be. */
export type LogLevel = (typeof logLevels)[number];

const logFormats = ['json', 'text'] as const;

/** For whom log lines are written: for programs, or for people. */
export type LogFormat = (typeof logFormats)[number];

const schemes = ['bolt', 'neo4j'].flatMap((scheme) => [scheme, `${scheme}+s`, `${scheme}+ssc`]);
const text = z.string().optional();

/** The environment variables, each with its check and its default. */
export const environmentSchema = z.object({
  ...httpVariables,
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .pipe(z.number().max(65_535, 'must be a whole number from 0 to 65535'))
    .default(4000),
  LOG_LEVEL: oneOf(logLevels).default('warn'),
  LOG_FORMAT: oneOf(logFormats).optional(),
  ATLAS_DIR: z.string().refine(hasModel, 'must be a folder that holds the folder `schema` with a model').optional(),
  ATLAS_NEO4J: oneOf(launcherNames).optional(),
  EXECUTOR: oneOf(['jit', 'graphql-js']).default('jit'),
  CACHE: oneOf(['on', 'off']).default('on'),
  CACHE_URL: z
    .string()
    .refine((url) => /^rediss?:\/\//.test(url), { message: 'must begin with redis:// or rediss://', abort: true })
    .refine((url) => URL.canParse(url), { message: 'must be a URL, as redis://host:6379' })
    .optional(),
  NEO4J_URI: z
    .string()
    .refine((uri) => schemes.includes(uri.split('://', 1)[0] ?? '') && uri.includes('://'), {
      message: `must begin with one of ${schemes.map((scheme) => `${scheme}://`).join(', ')}`,
      abort: true,
    })
    .refine((uri) => !uri.includes('@'), { message: 'must name no user: set NEO4J_USERNAME and NEO4J_PASSWORD' })
    .refine((uri) => URL.canParse(uri), { message: 'must be a URI, as neo4j+s://host:7687' })
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: text,
  NEO4J_PASSWORD_FILE: text,
  NEO4J_DATABASE: text,
  ATLAS_DATA_DIR: text,
  XDG_CACHE_HOME: text,
  JAVA_HOME: text,
});

/** Turns the environment into the settings; an empty variable counts as absent, and all mistakes are told at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = environmentSchema.safeParse(given);
  const problems = [...(result.error?.issues.map((issue) => problemOf(issue, given)) ?? []), ...missingParts(given)];
  if (!result.success || problems.length > 0) throw badConfig(problems);
  return toConfig(result.data);
}

function toConfig(env: z.infer<typeof environmentSchema>): Config {
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    logFormat: env.LOG_FORMAT,
    atlasDir: env.ATLAS_DIR,
    read: Object.freeze({
      executor: env.EXECUTOR,
      cache: env.CACHE === 'on',
      cacheUrl: env.CACHE_URL,
    }),
    http: toHttpConfig(env),
    neo4j: Object.freeze({
      launcher: env.ATLAS_NEO4J,
      uri: env.NEO4J_URI,
      username: env.NEO4J_USERNAME,
      password: env.NEO4J_PASSWORD,
      passwordFile: env.NEO4J_PASSWORD_FILE,
      database: env.NEO4J_DATABASE,
      dataDir: resolve(env.ATLAS_DATA_DIR ?? join(packageRoot, '.atlas')),
      cacheDir: resolve(env.XDG_CACHE_HOME ?? join(homeFolder() ?? tmpdir(), '.cache'), 'aigc-atlas'),
      javaHome: env.JAVA_HOME,
    }),
  });
}

type Given = Readonly<Record<string, string | undefined>>;

function problemOf({ path, message }: z.core.$ZodIssue, given: Given): string {
  const name = String(path[0]);
  return `${name}: ${message} (found "${withoutSecrets(given[name] ?? '')}")`;
}

// Up to the last @ of a URL, however broken it is, there may stand a password, and in its query.
function withoutSecrets(value: string): string {
  return value.replace(/(?<=:\/\/|^).*@/s, '…@').replace(/\?.*/s, '?…');
}

/** What one variable asks of another. */
function missingParts(given: Given): string[] {
  const { ATLAS_NEO4J: launcher, NEO4J_URI: uri, NEO4J_PASSWORD: password, NEO4J_PASSWORD_FILE: file } = given;
  if (launcher === 'uri' && uri === undefined) return ['NEO4J_URI: is needed, because ATLAS_NEO4J or --neo4j is "uri"'];
  const usesUri = uri !== undefined && (launcher ?? 'uri') === 'uri';
  if (usesUri) return missingPassword(password, file);
  // Only what is started here is fetched first.
  const isHomeless = given['XDG_CACHE_HOME'] === undefined && homeFolder() === undefined;
  return isHomeless ? ['XDG_CACHE_HOME: is needed, because this user has no home folder'] : [];
}

function missingPassword(password: string | undefined, file: string | undefined): string[] {
  if (password !== undefined) return [];
  if (file === undefined) return ['NEO4J_PASSWORD: is needed, because NEO4J_URI is set'];
  return isReadable(file) ? [] : ['NEO4J_PASSWORD_FILE: must be a file that can be read, and this one cannot'];
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return !statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Absent where neither HOME nor the list of users names one. */
function homeFolder(): string | undefined {
  try {
    return homedir() || undefined;
  } catch {
    return undefined;
  }
}

function badConfig(problems: readonly string[]): AtlasError {
  const list = problems.map((problem) => `  ${problem}`).join('\n');
  return new AtlasError('BAD_CONFIG', `These environment variables have to be corrected:\n${list}`);
}
