import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, type Aggregator } from 'prom-client';
import { batchName } from '../compile/parameters.js';
import { errorStatuses } from '../errors.js';
import { version } from '../version.js';
import { measurePool } from './pool-metrics.js';
import type { ServiceCheck } from './service-metrics.js';
import { overrideRead, type Database, type Row, type Statement } from '../neo4j/database.js';

const durationBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const workersHelp = 'Processes that serve the port.';

/** The help text of the counter that the primary process of several workers counts. */
export const workerRestartsHelp = 'Worker processes that ended and were replaced.';

/** The metrics of the server, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  /** Run before the metrics are read. */
  readonly checks: ServiceCheck[] = [];
  /** How many requests are in progress. */
  activeRequests = 0;
  readonly requests = this.newCounter('requests_total', 'Requests handled.', ['route', 'status']);
  readonly latency = this.newHistogram('operation_seconds', 'Response time of operations.', ['operation']);
  readonly statements = this.newHistogram('statement_seconds', 'Duration of statements.', ['statement', 'outcome']);
  readonly batches = this.newHistogram('batch_size', 'Requests per batched statement.', [], [1, 2, 4, 8, 16, 32, 64]);
  readonly errors = this.newCounter('errors_total', 'Errors in responses by code.', ['code']);
  /** Counts a lookup in the response cache as a hit or a miss. */
  readonly onLookup = this.newOutcomeCounter('cache_total', 'Lookups in the response cache.', 'hit', 'miss');
  /** Counts an executed operation as known or new. */
  readonly onOperation = this.newOutcomeCounter(
    'operations_total',
    'Executed operations that were known or new.',
    'known',
    'new',
  );
  readonly pendingStatements = this.newGauge(
    'statements_under_way',
    'Statements that wait for a connection or run in Neo4j.',
  );
  private readonly breakerOpen = this.newGauge(
    'neo4j_breaker_open',
    'Whether reads are rejected because Neo4j is unavailable.',
    'max',
  );
  /** Counts a lookup of an operation's plans as a hit or a miss. */
  readonly onPlan = this.newOutcomeCounter(
    'plans_total',
    'Lookups of the compiled plans of operations.',
    'hit',
    'miss',
  );

  constructor() {
    this.breakerOpen.set(0);
    this.newGauge('build_info', 'The release of the server; always 1.', 'first', ['version']).set({ version }, 1);
    this.newGauge('workers', workersHelp).set(1);
    this.newCounter('worker_restarts_total', workerRestartsHelp, []).inc(0);
    // Otherwise, the first error of a code would not count as an increase of its series.
    for (const code of errorStatuses.keys()) this.errors.inc({ code }, 0);
    const getActiveRequests = (): number => this.activeRequests;
    new Gauge({
      ...{ name: 'atlas_requests_under_way', help: 'Requests in progress.', registers: [this.registry] },
      collect() {
        this.set(getActiveRequests());
      },
    });
    collectDefaultMetrics({ register: this.registry, prefix: 'atlas_' });
  }

  /** Counts an error of a response by its code. */
  readonly onError = (code: string): void => this.errors.inc({ code });

  /** Counts a request that fails before routing, where no hook runs. */
  readonly onEarlyError = (code: string): void => {
    this.onError(code);
    this.requests.inc({ route: 'none', status: errorStatuses.get(code)?.status ?? 500 });
  };

  /** Records that an outage of Neo4j has started or ended. */
  readonly onOutage = (isDown: boolean): void => this.breakerOpen.set(isDown ? 1 : 0);

  /** Returns all metrics in the text format of Prometheus. */
  async readMetrics(): Promise<string> {
    await this.runChecks();
    return this.registry.metrics();
  }

  /** Returns all metrics as objects, which can be aggregated with those of other processes. */
  async readMetricObjects(): Promise<object[]> {
    await this.runChecks();
    return this.registry.getMetricsAsJSON();
  }

  /** Returns the database with its reads and its pool measured. */
  measureDatabase(database: Database): Database {
    measurePool(database, this.registry);
    return overrideRead(database, this.readMeasured.bind(this, database));
  }

  private async runChecks(): Promise<void> {
    await Promise.all(this.checks.map((check) => check()));
  }

  private async readMeasured(database: Database, statement: Statement): Promise<Row[]> {
    const { name, parameters, requestIds = [] } = statement;
    if (batchName in parameters) this.batches.observe(requestIds.length);
    const end = this.statements.startTimer({ statement: name });
    this.pendingStatements.inc();
    try {
      const rows = await database.read(statement);
      end({ outcome: 'answered' });
      return rows;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    } finally {
      this.pendingStatements.dec();
    }
  }

  private newOutcomeCounter(name: string, help: string, positive: string, negative: string) {
    const counter = this.newCounter(name, help, ['outcome']);
    for (const outcome of [positive, negative]) counter.inc({ outcome }, 0);
    return (isPositive: boolean): void => counter.inc({ outcome: isPositive ? positive : negative });
  }

  private newCounter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `atlas_${name}`, help, labelNames, registers: [this.registry] });
  }

  private newHistogram(name: string, help: string, labelNames: string[], buckets = durationBuckets): Histogram {
    return new Histogram({ name: `atlas_${name}`, help, labelNames, buckets, registers: [this.registry] });
  }

  private newGauge(name: string, help: string, aggregator: Aggregator = 'sum', labelNames: string[] = []): Gauge {
    return new Gauge({ name: `atlas_${name}`, help, aggregator, labelNames, registers: [this.registry] });
  }
}
