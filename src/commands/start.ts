import { setTimeout as delay } from 'node:timers/promises';
import { isIPv6 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { describeLoad } from '../dataset/describe-load.js';
import { loadDataset, type LoadOptions } from '../dataset/load-dataset.js';
import { readDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../dataset/record.js';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import type { Database } from '../neo4j/database.js';
import type { LaunchContext } from '../launchers/launcher.js';
import type { Lifecycle } from '../http/lifecycle.js';
import { createServer } from '../server.js';
import type { OnProgress } from '../shared/progress.js';
import { openAtlas, type Atlas } from './atlas.js';
import { Neo4jSupervisor } from './neo4j-supervisor.js';
import { toListenError, requireFreePort } from './port.js';
import { warmUp } from './warm-up.js';

/** The output and the abort signal of `start`, and its logger. */
export interface StartContext extends LaunchContext {
  readonly log: Logger;
}

/** A running server, with its Neo4j if `start` launched one. */
export interface RunningAtlas {
  /** Resolves with the reason when the server gives up on its Neo4j. */
  readonly ended: Promise<string>;
  /** Stops everything, in the reverse order of starting. */
  stop(): Promise<void>;
}

/** Options of `start` for loading the data. */
export interface StartOptions {
  /** The directory of data files; default: the project's own. */
  readonly dir?: string | undefined;
  /** Whether to load the data files; default true. If false, the server uses the graph that was loaded before. */
  readonly load?: boolean | undefined;
  /** Whether to replace data of a newer version, or different data of the same version; default false. */
  readonly force?: boolean | undefined;
  /** Whether to adopt unmarked data that an older release has loaded; default false. */
  readonly adopt?: boolean;
  /** Called with the progress of the load; default: none. */
  readonly onProgress?: OnProgress;
}

/** How long running requests may take to finish when the server stops. */
const drainMs = 10_000;

/** The interval between readiness checks. */
const readyCheckMs = 500;

type Cleanup = () => Promise<unknown>;

/** Starts Neo4j, loads the graph and starts the server, and logs each step; if a step fails, stops everything. */
export async function start(
  config: Config,
  context: StartContext,
  { dir, load = true, force = false, ...options }: StartOptions = {},
): Promise<RunningAtlas> {
  const cleanups: Cleanup[] = [];
  const stop = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    await requireFreePort(config.host, config.port);
    const { model, dataDir } = openAtlas({ atlasDir: config.atlasDir, dir });
    const files = { model, dataset: load ? await readDataset(model, dataDir) : undefined };
    const loadInto = (database: Database): Promise<void> =>
      loadGraph(database, files, { ...options, requiresUpgrade: !force }, context);
    const supervisor = new Neo4jSupervisor(config.neo4j, context, loadInto);
    cleanups.push(() => supervisor.stop());
    await supervisor.open();
    const lifecycle: Lifecycle = { isStopping: false };
    const server = await serve(config, { model, supervisor, log: context.log, lifecycle }, cleanups);
    const address = `${addressOf(server, config)}${config.http.basePath}`;
    context.report(`Listening at ${address}`);
    // Runs in the background, because Neo4j may be down. Failure only makes the first requests a little slower.
    const printGreeting = (): void => greetingLines(address, model).forEach(context.report);
    whenReady(server, lifecycle, printGreeting, () => warmUp(server, model)).catch(() => undefined);
    return { ended: supervisor.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loadGraph(
  database: Database,
  { model, dataset }: Pick<Atlas, 'model'> & { readonly dataset: Dataset | undefined },
  options: LoadOptions,
  { report: reportLine, signal }: LaunchContext,
): Promise<void> {
  if (!dataset) return;
  try {
    const report = await unlessAborted(loadDataset(database, model, dataset, options), signal);
    for (const line of describeLoad(report)) reportLine(line);
  } catch (error) {
    if (!(error instanceof AtlasError) || error.code !== 'NEWER_DATA') throw error;
    reportLine(error.message);
  }
}

/** Stops waiting for the work when the signal is aborted; an abandoned load commits nothing. */
function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    task.then(resolve, reject);
  });
}

/** The parts of the server, in addition to its settings. */
interface ServerParts extends Pick<Atlas, 'model'> {
  readonly supervisor: Neo4jSupervisor;
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
}

async function serve(
  { host, port, read, http }: Config,
  { model, supervisor, log: logger, lifecycle }: ServerParts,
  cleanups: Cleanup[],
): Promise<FastifyInstance> {
  const { database } = supervisor;
  const neo4jRestarts = (): number => supervisor.restartCount;
  const server = await createServer({ database, logger, model, read, http, lifecycle, neo4jRestarts });
  cleanups.push(async () => {
    lifecycle.isStopping = true;
    // Load balancers need time to notice that the server is not ready; until then it still accepts requests.
    await delay(http.drainDelayMs);
    await closeGracefully(server);
  });
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw toListenError(error, host, port);
  }
  return server;
}

/** Runs some work once the server is ready. */
async function whenReady(
  server: FastifyInstance,
  lifecycle: Lifecycle,
  ...tasks: readonly (() => void | Promise<void>)[]
): Promise<void> {
  while (!lifecycle.isStopping) {
    const { statusCode } = await server.inject('/readyz');
    if (statusCode === 200) {
      for (const task of tasks) await task();
      return;
    }
    await delay(readyCheckMs, undefined, { ref: false });
  }
}

/** Stops accepting requests and waits for running ones, at most `drainMs`. */
async function closeGracefully(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), drainMs);
  await server.close();
  clearTimeout(timer);
}

function addressOf(server: FastifyInstance, { host }: Config): string {
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const isLocal = host === '127.0.0.1' || host === '0.0.0.0' || host === '::';
  return `http://${isLocal ? 'localhost' : isIPv6(host) ? `[${host.replace('%', '%25')}]` : host}:${port}`;
}

function greetingLines(address: string, { types: [first] }: Model): string[] {
  const list = first?.fields.find((field) => field.kind === 'related' && field.isList);
  const related = list ? `${list.name} { nodes { name } }` : 'degree';
  const query = first ? `{ ${first.listField} { nodes { name ${related} } } }` : '{ dataset { title } }';
  return [
    `AIGC Atlas is up: ${address}/ is the explorer, ${address}/graphql the API and, in a browser, the playground`,
    `A query to try: curl -s '${address}/graphql' -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    'Press Ctrl-C to stop everything that was started',
  ];
}
