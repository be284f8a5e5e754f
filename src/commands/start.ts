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
import { cannotListen, requireFreePort } from './port.js';
import { warmUp } from './warm-up.js';

/** How `start` reports its progress and logs, and how it is cancelled. */
export interface StartContext extends LaunchContext {
  readonly log: Logger;
}

/** Everything that `start` has brought up. */
export interface RunningAtlas {
  /** Resolves with the reason when it can no longer answer, because its Neo4j has ended. */
  readonly ended: Promise<string>;
  /** Stops it all, in the reverse order. */
  stop(): Promise<void>;
}

/** What `start` loads, and whether. */
export interface StartOptions {
  /** The folder of data files; default: the project's own. */
  readonly dir?: string | undefined;
  /** Whether the data files are loaded; default true. Without, it serves whatever has been loaded before. */
  readonly load?: boolean | undefined;
  /** Replace also data that are newer, or others of the same version; default false. */
  readonly force?: boolean | undefined;
  /** Take over what an older release has loaded, which marked nothing as its own; default false. */
  readonly adopt?: boolean;
  /** Hears of every step of the load; default: nobody does. */
  readonly onProgress?: OnProgress;
}

/** How long requests under way may take to finish once the server is to stop. */
const drainMs = 10_000;

/** How long until a server that was not ready is asked again whether it is. */
const readyPauseMs = 500;

type Stop = () => Promise<unknown>;

/** Brings up a Neo4j, the graph in it and the server, telling every step; what was started is stopped when one fails. */
export async function start(
  config: Config,
  context: StartContext,
  { dir, load = true, force = false, ...options }: StartOptions = {},
): Promise<RunningAtlas> {
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    await requireFreePort(config.host, config.port);
    const { model, dataDir } = openAtlas({ atlasDir: config.atlasDir, dir });
    const files = { model, dataset: load ? await readDataset(model, dataDir) : undefined };
    const fillIn = (database: Database): Promise<void> =>
      fill(database, files, { ...options, onlyForward: !force }, context);
    const supervisor = new Neo4jSupervisor(config.neo4j, context, fillIn);
    stops.push(() => supervisor.stop());
    await supervisor.open();
    const lifecycle: Lifecycle = { isStopping: false };
    const server = await serve(config, { model, supervisor, log: context.log, lifecycle }, stops);
    const address = `${addressOf(server, config)}${config.http.basePath}`;
    context.say(`Listening at ${address}`);
    // Not waited for, because Neo4j may be down, and no matter if it fails: whoever asks first waits a little longer.
    const greet = (): void => greeting(address, model).forEach(context.say);
    whenReady(server, lifecycle, greet, () => warmUp(server, model)).catch(() => undefined);
    return { ended: supervisor.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(
  database: Database,
  { model, dataset }: Pick<Atlas, 'model'> & { readonly dataset: Dataset | undefined },
  options: LoadOptions,
  { say, signal }: LaunchContext,
): Promise<void> {
  if (!dataset) return;
  try {
    const report = await unlessAborted(loadDataset(database, model, dataset, options), signal);
    for (const line of describeLoad(report)) say(line);
  } catch (error) {
    if (!(error instanceof AtlasError) || error.code !== 'NEWER_DATA') throw error;
    say(error.message);
  }
}

/** Stops waiting for the work when nobody wants it any more; a load that is left alone so commits nothing. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    work.then(resolve, reject);
  });
}

/** What the server is made of, beside its settings. */
interface ServerParts extends Pick<Atlas, 'model'> {
  readonly supervisor: Neo4jSupervisor;
  readonly log: Logger;
  readonly lifecycle: Lifecycle;
}

async function serve(
  { host, port, read, http }: Config,
  { model, supervisor, log: logger, lifecycle }: ServerParts,
  stops: Stop[],
): Promise<FastifyInstance> {
  const { database } = supervisor;
  const neo4jRestarts = (): number => supervisor.restartCount;
  const server = await createServer({ database, logger, model, read, http, lifecycle, neo4jRestarts });
  stops.push(async () => {
    lifecycle.isStopping = true;
    // Balancers need a while to see that it is not ready; until then it answers what they send.
    await delay(http.drainDelayMs);
    await closeInTime(server);
  });
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  return server;
}

/** Does some work once the server is ready. */
async function whenReady(
  server: FastifyInstance,
  lifecycle: Lifecycle,
  ...works: readonly (() => void | Promise<void>)[]
): Promise<void> {
  while (!lifecycle.isStopping) {
    const { statusCode } = await server.inject('/readyz');
    if (statusCode === 200) {
      for (const work of works) await work();
      return;
    }
    await delay(readyPauseMs, undefined, { ref: false });
  }
}

/** Takes no new requests and lets those under way finish, but not for ever. */
async function closeInTime(server: FastifyInstance): Promise<void> {
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

function greeting(address: string, { types: [first] }: Model): string[] {
  const list = first?.fields.find((field) => field.kind === 'related' && field.isList);
  const related = list ? `${list.name} { nodes { name } }` : 'degree';
  const query = first ? `{ ${first.listField} { nodes { name ${related} } } }` : '{ dataset { title } }';
  return [
    `AIGC Atlas is up: ${address}/ is the explorer, ${address}/graphql the API and, in a browser, the playground`,
    `A query to try: curl -s '${address}/graphql' -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    'Ctrl-C stops everything that was started',
  ];
}
