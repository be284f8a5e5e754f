import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import type { Config } from '../config.js';
import { describeLoad } from '../dataset/describe-load.js';
import { loadDataset } from '../dataset/load-dataset.js';
import { readDataset } from '../dataset/read-dataset.js';
import { openDatabase, type Database } from '../neo4j/database.js';
import { chooseNeo4j } from '../neo4j/ways/choose.js';
import type { Starting } from '../neo4j/ways/running.js';
import { createServer } from '../server.js';
import { defaultDataDir } from './data-dir.js';
import { cannotListen, requireFreePort } from './port.js';

/** Everything that `start` has brought up. */
export interface RunningAtlas {
  /** Resolves with the reason when it can no longer answer, because its Neo4j has ended. */
  readonly ended: Promise<string>;
  /** Stops it all, in the reverse order. */
  stop(): Promise<void>;
}

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
    const neo4j = await chooseNeo4j(config.neo4j, starting.say, starting.signal);
    stops.push(() => neo4j.stop());
    starting.say(`Using ${neo4j.description}`);
    const database = await openDatabase(neo4j.target);
    stops.push(() => database.close());
    const report = await unlessAborted(loadDataset(database, dataset), starting.signal);
    for (const line of describeLoad(report)) starting.say(line);
    const server = await serve(config, database, stops);
    for (const line of greeting(addressOf(server, config))) starting.say(line);
    return { ended: neo4j.ended, stop };
  } catch (error) {
    await stop();
    throw error;
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

async function serve({ host, port, logLevel, read }: Config, database: Database, stops: Stop[]): Promise<FastifyInstance> {
  const logger: Logger = pino({ level: logLevel });
  const server = await createServer({ database, logger, read });
  stops.push(() => server.close());
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw cannotListen(error, host, port);
  }
  return server;
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
    `  ${address}/graphql (open it in a browser to ask questions)`,
    'A query to try:',
    `  curl -s ${address}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    'Ctrl-C stops everything that was started.',
  ];
}
