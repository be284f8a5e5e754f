import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.js';
import { isNeo4jReachable } from '../http/health.js';
import type { Lifecycle } from '../http/lifecycle.js';
import { createServer, type ServerDependencies } from '../server.js';
import type { Model } from '../model/model.js';
import type { Database } from '../neo4j/database.js';
import { toListenError } from './port.js';
import { warmUp } from './warm-up.js';

/** How long running requests may take to finish when the server stops, in milliseconds. */
export const drainMs = 10_000;

/** The interval between readiness checks. */
const readyCheckMs = 500;

/** The parts of a server, in addition to its settings. */
export interface ServerParts extends Omit<ServerDependencies, 'read' | 'http' | 'lifecycle'> {
  readonly model: Model;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Resolves when Neo4j responds, with true, or when the server stops before, with false. */
  readonly ready: Promise<boolean>;
  /** Stops accepting requests and waits for running ones. */
  stop(): Promise<void>;
}

/** Starts the server in this process. */
export async function serve(config: Config, parts: ServerParts): Promise<RunningServer> {
  const { host, port, read, http } = config;
  const lifecycle: Lifecycle = { isStopping: false };
  const server = await createServer({ ...parts, read, http, lifecycle });
  try {
    await server.listen({ host, port });
  } catch (error) {
    await server.close();
    throw toListenError(error, host, port);
  }
  const ready = waitForNeo4j(parts.database, lifecycle);
  // Runs in the background, because Neo4j may be down. Failure only makes the first requests a little slower.
  const warming = ready
    .then((isReady) => (isReady ? warmUp(server, parts.database, parts.model) : undefined))
    .catch(() => undefined);
  const stop = async (): Promise<void> => {
    lifecycle.isStopping = true;
    // Load balancers need time to notice that the server is not ready; until then it still accepts requests.
    await delay(http.drainDelayMs);
    await closeGracefully(server);
    // Otherwise its query would fail, and the log would report an outage.
    await Promise.race([warming, delay(drainMs, undefined, { ref: false })]);
  };
  return { port: portOf(server), ready, stop };
}

async function waitForNeo4j(database: Database, lifecycle: Lifecycle): Promise<boolean> {
  while (!lifecycle.isStopping) {
    if (await isNeo4jReachable(database)) return true;
    await delay(readyCheckMs, undefined, { ref: false });
  }
  return false;
}

/** Stops accepting requests and waits for running ones, at most `drainMs`. */
async function closeGracefully(server: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), drainMs);
  await server.close();
  clearTimeout(timer);
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
