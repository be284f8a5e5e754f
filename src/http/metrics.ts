import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { batchName } from '../compile/parameters.js';
import { httpMeanings } from '../errors.js';
import { version } from '../version.js';
import { measurePool } from './pool-metrics.js';
import type { ServiceCheck } from './service-metrics.js';
import { withRead, type Database, type Row, type Statement } from '../neo4j/database.js';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The metrics of the server, for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  /** Run before the metrics are read. */
  readonly checks: ServiceCheck[] = [];
  /** How many requests are in progress. */
  activeRequests = 0;
  readonly requests = this.counter('requests_total', 'Requests handled.', ['route', 'status']);
  readonly latency = this.histogram('operation_seconds', 'Response time of operations.', ['operation'], seconds);
  readonly statements = this.histogram(
    'statement_seconds',
    'Duration of statements.',
    ['statement', 'outcome'],
    seconds,
  );
  readonly batches = this.histogram('batch_size', 'Requests per batched statement.', [], [1, 2, 4, 8, 16, 32, 64]);
  readonly errors = this.counter('errors_total', 'Errors in responses by code.', ['code']);
  /** Counts a lookup in the response cache as a hit or a miss. */
  readonly onLookup = this.either('cache_total', 'Lookups in the response cache.', 'hit', 'miss');
  /** Counts an executed operation as known or new. */
  readonly onOperation = this.either('operations_total', 'Executed operations that were known or new.', 'known', 'new');
  readonly inNeo4j = this.gauge('statements_under_way', 'Statements that wait for a connection or run in Neo4j.');
  private readonly breakerOpen = this.gauge(
    'neo4j_breaker_open',
    'Whether reads are rejected because Neo4j is unavailable.',
  );
  private readonly build = this.gauge('build_info', 'The release of the server; always 1.', ['version']);
  /** Counts a lookup of an operation's plans as a hit or a miss. */
  readonly onPlan = this.either('plans_total', 'Lookups of the compiled plans of operations.', 'hit', 'miss');

  constructor() {
    this.breakerOpen.set(0);
    this.build.set({ version }, 1);
    // Otherwise, the first error of a code would not count as an increase of its series.
    for (const code of httpMeanings.keys()) this.errors.inc({ code }, 0);
    const readActive = (): number => this.activeRequests;
    new Gauge({
      ...{ name: 'atlas_requests_under_way', help: 'Requests in progress.', registers: [this.registry] },
      collect() {
        this.set(readActive());
      },
    });
    collectDefaultMetrics({ register: this.registry, prefix: 'atlas_' });
  }

  /** Counts an error of a response by its code. */
  readonly onError = (code: string): void => this.errors.inc({ code });

  /** Counts a request that fails before routing, where no hook runs. */
  readonly onEarlyError = (code: string): void => {
    this.onError(code);
    this.requests.inc({ route: 'none', status: httpMeanings.get(code)?.status ?? 500 });
  };

  /** Records that an outage of Neo4j has started or ended. */
  readonly onOutage = (isOut: boolean): void => this.breakerOpen.set(isOut ? 1 : 0);

  /** Returns all metrics in the text format of Prometheus. */
  async read(): Promise<string> {
    await Promise.all(this.checks.map((check) => check()));
    return this.registry.metrics();
  }

  /** Returns the database with its reads and its pool measured. */
  measured(database: Database): Database {
    measurePool(database, this.registry);
    return withRead(database, this.readTimed.bind(this, database));
  }

  private async readTimed(database: Database, statement: Statement): Promise<Row[]> {
    const { name, parameters, requestIds = [] } = statement;
    if (batchName in parameters) this.batches.observe(requestIds.length);
    const end = this.statements.startTimer({ statement: name });
    this.inNeo4j.inc();
    try {
      const rows = await database.read(statement);
      end({ outcome: 'answered' });
      return rows;
    } catch (error) {
      end({ outcome: 'failed' });
      throw error;
    } finally {
      this.inNeo4j.dec();
    }
  }

  private either(name: string, help: string, yes: string, no: string): (isYes: boolean) => void {
    const counts = { [yes]: 0, [no]: 0 };
    // Looking up a series by its labels takes longer than counting, so it is done only when Prometheus reads the
    // metrics.
    new Counter({
      ...{ name: `atlas_${name}`, help, labelNames: ['outcome'], registers: [this.registry] },
      collect() {
        this.reset();
        for (const [outcome, count] of Object.entries(counts)) this.inc({ outcome }, count);
      },
    });
    return (isYes) => {
      const outcome = isYes ? yes : no;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    };
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `atlas_${name}`, help, labelNames, registers: [this.registry] });
  }

  private histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram {
    return new Histogram({ name: `atlas_${name}`, help, labelNames, buckets, registers: [this.registry] });
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name: `atlas_${name}`, help, labelNames, registers: [this.registry] });
  }
}
