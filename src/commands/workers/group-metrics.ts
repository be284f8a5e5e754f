import { AggregatorRegistry, Gauge, Registry } from 'prom-client';
import { workerRestartsHelp } from '../../http/metrics.js';
import { registerCounter } from '../../http/register-counter.js';
import { countRestarts } from '../../http/service-metrics.js';

/** Adds up the metrics of the workers and of the primary process. */
export class GroupMetrics {
  private readonly registry = new Registry();
  private readonly lastReads = new Map<number, object[]>();
  private endedCounts: object[] = [];

  /** The argument returns how often a worker that had ended was replaced. */
  constructor(workerRestarts: () => number) {
    registerProcess(this.registry);
    registerCounter('atlas_worker_restarts_total', workerRestartsHelp, workerRestarts, this.registry);
  }

  /** Adds the counter of how often the Neo4j that was launched with the server has been restarted. */
  countRestarts(neo4jRestarts: () => number): void {
    countRestarts(neo4jRestarts, this.registry);
  }

  /** Reads the metrics of the workers and returns the sums; a worker that does not respond counts as at its last read. */
  async read(workers: ReadonlyMap<number, () => Promise<object[]>>): Promise<string> {
    const read = async ([worker, readMetrics]: [number, () => Promise<object[]>]): Promise<object[]> => {
      const metrics = await readMetrics().catch(() => this.lastReads.get(worker) ?? []);
      this.lastReads.set(worker, metrics);
      return metrics;
    };
    const ownMetrics: object[] = await this.registry.getMetricsAsJSON();
    const workerMetrics = await Promise.all([...workers].map(read));
    return AggregatorRegistry.aggregate([...workerMetrics, ownMetrics, this.endedCounts]).metrics();
  }

  /** Keeps what a worker that has ended had counted by its last read: a sum that shrinks would look like a restart. */
  async keepCounts(worker: number): Promise<void> {
    const counts = (this.lastReads.get(worker) ?? []).filter(isCount);
    this.lastReads.delete(worker);
    const sums = AggregatorRegistry.aggregate([this.endedCounts, counts]);
    this.endedCounts = await sums.getMetricsAsJSON();
  }
}

function isCount(metric: object): boolean {
  const type: unknown = 'type' in metric ? metric.type : undefined;
  return type === 'counter' || type === 'histogram';
}

// The primary process accepts the connections, so its time and memory belong to those of the server.
function registerProcess(registry: Registry): void {
  new Gauge({
    ...{ name: 'atlas_process_resident_memory_bytes', help: 'Resident memory size in bytes.', registers: [registry] },
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  const cpuSeconds = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  registerCounter('atlas_process_cpu_seconds_total', 'Total CPU time in seconds.', cpuSeconds, registry);
}
