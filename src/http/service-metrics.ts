import { Gauge, type Registry } from 'prom-client';
import { createFileStatement } from '../neo4j/cypher-file.js';
import type { Database, Row, Statement } from '../neo4j/database.js';
import { registerCounter } from './register-counter.js';

/** Timeout of the statement that reads which data Neo4j holds, in milliseconds; Prometheus itself waits ten seconds. */
const checkTimeoutMs = 2_000;

/** Checks a service that the server depends on, and sets its gauges. */
export type ServiceCheck = () => Promise<void>;

/**
 * Creates the check of whether Neo4j responds, and which data it holds; during an outage, the last known data remains.
 */
export function newNeo4jCheck(database: Database, registry: Registry): ServiceCheck {
  const registers = [registry];
  const upHelp = 'Whether Neo4j has just responded.';
  const upGauge = new Gauge({ name: 'atlas_neo4j_up', help: upHelp, aggregator: 'min', registers });
  const help = 'The data that Neo4j holds; always 1.';
  const labelNames = ['version', 'hash'];
  const dataGauge = new Gauge({ name: 'atlas_data_info', help, labelNames, aggregator: 'first', registers });
  return async () => {
    const limits = { timeoutMs: checkTimeoutMs, isUrgent: true };
    const rows = await readEdition(database, limits).catch(() => undefined);
    upGauge.set(rows ? 1 : 0);
    if (!rows) return;
    dataGauge.reset();
    for (const { version, hash } of rows) dataGauge.set({ version: String(version), hash: String(hash) }, 1);
  };
}

/** Reads the version, the hashes and the schema names of the data that Neo4j holds; no row if it holds none. */
export function readEdition(
  database: Database,
  limits: Pick<Statement, 'timeoutMs' | 'isUrgent'> = {},
): Promise<Row[]> {
  return database.read({ ...createFileStatement('dataset/read-edition'), ...limits });
}

/** Creates the check of whether the shared cache responds. */
export function newSharedCacheCheck(isReachable: () => Promise<boolean>, registry: Registry): ServiceCheck {
  const help = 'Whether the shared cache has just responded.';
  const upGauge = new Gauge({ name: 'atlas_shared_cache_up', help, aggregator: 'min', registers: [registry] });
  return async () => upGauge.set((await isReachable()) ? 1 : 0);
}

/** Registers the counter of how often the Neo4j that was launched with the server has been restarted. */
export function countRestarts(restarts: () => number, registry: Registry): void {
  registerCounter(
    'atlas_neo4j_restarts_total',
    'Restarts of the Neo4j that the server has launched.',
    restarts,
    registry,
  );
}
