import { openAtlas } from '../atlas.js';
import { openLog } from '../log.js';
import { serve } from '../serve.js';
import type { Config } from '../../config.js';
import { Metrics } from '../../http/metrics.js';
import { attachToUri } from '../../launchers/attach-to-uri.js';
import { openDatabase, type DatabaseTarget } from '../../neo4j/database.js';
import { newReplaceableDatabase, type ReplaceableDatabase } from '../../neo4j/replaceable-database.js';
import { retryDuringOutage } from '../../neo4j/retry-during-outage.js';
import { LeasedRequestLimit } from './leased-request-limit.js';
import type { Neo4jAddress, PrimaryCalls } from './protocol.js';

/** The server of a worker process. */
export type WorkerServer = Awaited<ReturnType<typeof serveWorker>>;

/** Starts the server of a worker process. */
export async function serveWorker(config: Config, number: number, primary: PrimaryCalls) {
  const { model } = openAtlas({ atlasDir: config.atlasDir });
  const logger = (await openLog(config)).child({ worker: number });
  const connection = newReplaceableDatabase();
  const metrics = new Metrics();
  const requestLimit = new LeasedRequestLimit(
    () => primary.leaseRequests(),
    () => metrics.activeRequests,
  );
  const group = {
    requestLimit,
    countRequest: (client: string) => primary.countRequest(client),
    isReady: () => primary.isReady(),
    readMetrics: () => primary.readMetrics(),
  };
  const server = await serve(config, { database: connection.database, logger, model, metrics, group });
  void server.ready.then((isReady) => (isReady ? primary.reportReady.asEvent() : undefined));
  return { log: logger, metrics, requestLimit, ...newConnector(config, connection, () => server.stop()) };
}

function newConnector(config: Config, connection: ReplaceableDatabase, stopServer: () => Promise<void>) {
  let latest: Neo4jAddress | undefined;
  return {
    /** Connects to a Neo4j, in place of the one before; waits for one that is down. */
    connect: async (neo4j: Neo4jAddress): Promise<void> => {
      latest = neo4j;
      const target = await findTarget(config, neo4j);
      const database = await retryDuringOutage(
        () => openDatabase(target),
        () => latest === neo4j,
      );
      if (latest === neo4j) await connection.replace(database)?.close();
      else await database?.close();
    },
    /** Stops accepting requests, waits for running ones and closes the database. */
    stop: async (): Promise<void> => {
      latest = undefined;
      await stopServer();
      await connection.replace(undefined)?.close();
    },
  };
}

// The function that reads the password again cannot be sent to a worker, so the worker creates it.
async function findTarget({ neo4j }: Config, { launcher, target }: Neo4jAddress): Promise<DatabaseTarget> {
  if (launcher !== 'uri') return target;
  const attached = await attachToUri(neo4j);
  return 'target' in attached ? attached.target : target;
}
