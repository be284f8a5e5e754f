import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { sentName } from '../compile/parameters.js';
import { withRead } from '../guard/with-read.js';
import type { Database, Statement } from '../neo4j/database.js';
import { tally } from './tally.js';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What the server counts, for Prometheus to read. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = this.counter('requests_total', 'Requests answered.', ['route', 'status']);
  readonly latency = this.histogram('operation_seconds', 'Time to answer an operation.', ['operation'], seconds);
  readonly statements = this.histogram('statement_seconds', 'Time of a statement.', ['statement', 'outcome'], seconds);
  readonly batches = this.histogram('batch_size', 'Requests that one statement answers.', [], [1, 2, 4, 8, 16, 32, 64]);
  readonly errors = this.counter('errors_total', 'Errors in answers, by their code.', ['code']);
  /** Counts a request that may be answered from what is kept, by whether it was. */
  readonly recall = this.either('cache_total', 'Answers found among the kept ones, or not.', 'hit', 'miss');
  /** Counts an operation, by whether it was known. */
  readonly operation = this.either('operations_total', 'Operations known from before, or new.', 'known', 'new');
  readonly underWay = this.gauge('requests_under_way', 'Requests being answered.');
  readonly inNeo4j = this.gauge(
    'statements_under_way',
    'Statements that wait for a connection of the pool or for Neo4j.',
  );
  private readonly compiled = tally(
    {
      ...{ name: 'atlas_compiled_total', help: 'Plans and executions that were compiled already, or not.' },
      registry: this.registry,
    },
    ['plan', 'execution'].flatMap((what) => ['hit', 'miss'].map((outcome) => ({ what, outcome }))),
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'atlas_' });
  }

  /** Counts what is compiled once and used again: tells of each use whether it was there already. */
  reuse(what: 'plan' | 'execution'): (isKnown: boolean) => void {
    const [hit, miss] = what === 'plan' ? [0, 1] : [2, 3];
    return (isKnown) => this.compiled(isKnown ? hit : miss);
  }

  /** Measures what a database is asked to read, and its pool. */
  measured(database: Database): Database {
    this.measurePool(database);
    return withRead(database, (statement) => this.timed(statement, () => database.read(statement)));
  }

  private async timed<T>({ name, parameters, requestIds = [] }: Statement, read: () => Promise<T>): Promise<T> {
    if (sentName in parameters) this.batches.observe(requestIds.length);
    const end = this.statements.startTimer({ statement: name });
    this.inNeo4j.inc();
    try {
      const rows = await read();
      end({ outcome: 'answered' });
      return rows;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    } finally {
      this.inNeo4j.dec();
    }
  }

  private measurePool(database: Database): void {
    const registers = [this.registry];
    new Gauge({
      ...{ name: 'atlas_pool_connections', help: 'Connections to Neo4j, in use or free to use.', registers },
      labelNames: ['state'],
      collect() {
        this.set({ state: 'in_use' }, database.pool.inUse);
        this.set({ state: 'idle' }, database.pool.size - database.pool.inUse);
      },
    });
    new Gauge({
      ...{ name: 'atlas_pool_waiting', help: 'Statements that wait for a connection.', registers },
      collect() {
        this.set(database.pool.waiting);
      },
    });
    new Counter({
      ...{ name: 'atlas_pool_wait_seconds_total', help: 'Time that statements have waited for one.', registers },
      collect() {
        this.reset();
        this.inc(database.pool.waitedMs / 1000);
      },
    });
  }

  private either(name: string, help: string, yes: string, no: string): (isYes: boolean) => void {
    const count = tally({ name: `atlas_${name}`, help, registry: this.registry }, [{ outcome: yes }, { outcome: no }]);
    return (isYes) => count(isYes ? 0 : 1);
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `atlas_${name}`, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram {
    return new Histogram({ name: `atlas_${name}`, help, labelNames, buckets, registers: [this.registry] });
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name: `atlas_${name}`, help, registers: [this.registry] });
  }
}
