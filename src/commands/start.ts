import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import type { Config } from '../config.js';
import { describeLoad } from '../dataset/describe-load.js';
import { loadDataset } from '../dataset/load-dataset.js';
import { readDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../dataset/record.js';
import type { Database } from '../neo4j/database.js';
import type { Starting } from '../neo4j/ways/running.js';
import { createServer } from '../server.js';
import { showProgress } from '../shared/progress.js';
import { defaultDataDir } from './data-dir.js';
import { Neo4jLink } from './neo4j-link.js';
import { cannotListen, requireFreePort } from './port.js';
import { warmUp } from './warm-up.js';

/** Everything that `start` has brought up. */
export interface RunningAtlas {
  /** Resolves with the reason when it can no longer answer, because its Neo4j has ended. */
  readonly ended: Promise<string>;
  /** Stops it all, in the reverse order. */
  stop(): Promise<void>;
}

/** How long requests under way may take to finish once the server is to stop. */
const drainMs = 10_000;

type Stop = () => Promise<unknown>;

/** Brings up a Neo4j, the graph in it and the server, telling every step; what was started is stopped when one fails. */
export async function start(config: Config, starting: Starting): Promise<RunningAtlas> {
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    for (const next of stops.splice(0).reverse()) await next();
  };
  try {
    await requireFreePort(config.host, config.port);
    const dataset = await readDataset(defaultDataDir());
    const link = new Neo4jLink(config.neo4j, starting, (database) => fill(database, dataset, starting));
    stops.push(() => link.stop());
    await link.open();
    const server = await serve(config, link.database, stops);
    for (const line of greeting(addressOf(server, config))) starting.say(line);
    // Not waited for, and no matter if it fails: whoever asks then waits as long as they would have.
    warmUp(server).catch(() => undefined);
    return { ended: link.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function fill(database: Database, dataset: Dataset, { say, signal }: Starting): Promise<void> {
  const onProgress = showProgress(process.stdout);
  const report = await unlessAborted(loadDataset(database, dataset, { onProgress }), signal);
  for (const line of describeLoad(report)) say(line);
}

/** Stops waiting for the work when nobody wants it any more; a load that is left alone so commits nothing. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    work.then(resolve, reject);
  });
}

async function serve(
  { host, port, logLevel, read, http }: Config,
  database: Database,
  stops: Stop[],
): Promise<FastifyInstance> {
  const logger: Logger = pino({ level: logLevel });
  const server = await createServer({ database, logger, read, http });
  stops.push(() => closeInTime(server));
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  return server;
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
  return `http://${isLocal ? 'localhost' : host}:${port}`;
}

function greeting(address: string): string[] {
  const query = '{ domains { nodes { name tools { nodes { name } } } } }';
  return [
    '',
    'AIGC Atlas is up:',
    `  ${address}/ (the explorer: the graph to look at)`,
    `  ${address}/graphql (the API; in a browser, the playground to ask questions)`,
    'A query to try:',
    `  curl -s ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    'Ctrl-C stops everything that was started.',
  ];
}
