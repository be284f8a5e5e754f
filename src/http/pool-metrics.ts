import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../neo4j/database.js';
import { registerCounter } from './register-counter.js';

/**
 * Registers metrics of how many connections of a database are in use, how long statements wait for one, and how many
 * reads are sent again.
 */
export function measurePool(database: Database, registry: Registry): void {
  const registers = [registry];
  new Gauge({
    ...{ name: 'atlas_pool_connections', help: 'Connections to Neo4j by state.', registers },
    labelNames: ['state'],
    collect() {
      this.set({ state: 'in_use' }, database.pool.inUse);
      this.set({ state: 'idle' }, database.pool.size - database.pool.inUse);
    },
  });
  new Gauge({
    ...{ name: 'atlas_pool_waiting', help: 'Statements that wait for a connection.', registers },
    collect() {
      this.set(database.pool.waitingCount);
    },
  });
  const waitHelp = 'Total time that statements have waited for a connection.';
  registerCounter('atlas_pool_wait_seconds_total', waitHelp, () => database.pool.waitedMs / 1000, registry);
  const repeatHelp = 'Reads that were sent again, because a reader of the cluster failed or was behind.';
  registerCounter('atlas_repeated_reads_total', repeatHelp, () => database.pool.repeatedReads, registry);
}
