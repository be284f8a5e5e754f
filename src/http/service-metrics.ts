import { Counter, Gauge, type Registry } from 'prom-client';
import { cypherFile } from '../neo4j/cypher-file.js';
import type { Database, Row } from '../neo4j/database.js';

/** How long Neo4j has to say which data it holds, in milliseconds; Prometheus waits for ten seconds. */
const timeoutMs = 2_000;

/** Asks a service that the server depends on, and sets the gauges that show how it is. */
export type ServiceCheck = () => Promise<void>;

/** Shows whether Neo4j answers, and which data it holds; while it does not answer, those that were seen last. */
export function neo4jCheck(database: Database, registry: Registry): ServiceCheck {
  const registers = [registry];
  const up = new Gauge({ name: 'atlas_neo4j_up', help: 'Whether Neo4j has just answered.', registers });
  const help = 'Which data Neo4j holds, always 1.';
  const data = new Gauge({ name: 'atlas_data_info', help, labelNames: ['version', 'hash'], registers });
  return async () => {
    const rows = await readEdition(database).catch(() => undefined);
    up.set(rows ? 1 : 0);
    if (!rows) return;
    data.reset();
    for (const { version, hash } of rows) data.set({ version: String(version), hash: String(hash) }, 1);
  };
}

function readEdition(database: Database): Promise<Row[]> {
  const name = 'dataset/read-edition';
  return database.read({ name, text: cypherFile(name), parameters: {}, timeoutMs, isUrgent: true });
}

/** Shows whether the shared cache answers. */
export function sharedCacheCheck(isAnswering: () => Promise<boolean>, registry: Registry): ServiceCheck {
  const help = 'Whether the shared cache has just answered.';
  const up = new Gauge({ name: 'atlas_shared_cache_up', help, registers: [registry] });
  return async () => up.set((await isAnswering()) ? 1 : 0);
}

/** Shows how often the Neo4j that was launched with the server has been started again. */
export function countRestarts(restarts: () => number, registry: Registry): void {
  new Counter({
    name: 'atlas_neo4j_restarts_total',
    help: 'How often the Neo4j of the server was started again.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(restarts());
    },
  });
}
