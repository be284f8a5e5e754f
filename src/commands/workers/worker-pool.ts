import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../config.js';
import { rateWindowMs } from '../../http/security.js';
import type { LaunchContext, RunningNeo4j } from '../../launchers/launcher.js';
import { drainMs, type RunningServer } from '../serve.js';
import { unlessAborted } from '../signals.js';
import { GroupMetrics } from './group-metrics.js';
import { addressOfNeo4j, type Neo4jAddress, type PrimaryFunctions } from './protocol.js';
import { RequestCounts } from './request-counts.js';
import { RequestLeases } from './request-leases.js';
import { configureWorkers, startWorkerProcess, type WorkerProcess } from './worker-process.js';

/** The delay before a worker that has ended is replaced: it doubles with each one that has run only a short time. */
const minRestartDelayMs = 100;
const maxRestartDelayMs = 10_000;

/** How long a worker must run so that its end does not count as a failure to run, in milliseconds. */
const stableMs = 60_000;

/** How long a worker may take to end after its requests have been drained, in milliseconds. */
const exitMs = 5_000;

/** The worker processes that serve one port. Each one that ends is replaced. */
export class WorkerPool {
  private readonly workers = new Map<number, WorkerProcess>();
  private readonly readyNumbers = new Set<number>();
  private readonly counts = new RequestCounts(rateWindowMs);
  private readonly leases: RequestLeases;
  private readonly metrics: GroupMetrics;
  private neo4j: Neo4jAddress | undefined;
  private restartCount = 0;
  private readonly ready: Promise<boolean>;
  private resolveReady: (isReady: boolean) => void = () => undefined;
  private isStopping = false;

  constructor(
    private readonly config: Config,
    private readonly context: LaunchContext,
  ) {
    const takeSpare = async (number: number): Promise<number> =>
      (await this.workers.get(number)?.calls.takeSpareRequests()) ?? 0;
    this.leases = new RequestLeases(config.http.requestLimit, config.workers, takeSpare);
    this.metrics = new GroupMetrics(() => this.restartCount);
    this.ready = new Promise((resolve) => (this.resolveReady = resolve));
  }

  /** Makes all workers use a Neo4j, also those that start later. */
  connect(neo4j: RunningNeo4j): void {
    const address = addressOfNeo4j(neo4j);
    this.neo4j = address;
    for (const { calls } of this.workers.values()) void calls.connect.asEvent(address);
  }

  /** Starts the workers; fails if one of them ends before it listens. The argument counts the restarts of Neo4j. */
  async start(neo4jRestarts: () => number): Promise<RunningServer> {
    this.metrics.countRestarts(neo4jRestarts);
    configureWorkers(this.config.workers);
    const numbers = Array.from({ length: this.config.workers }, (_, index) => index + 1);
    const ports = numbers.map((number) => {
      const process = this.startWorker(number);
      void this.keepRunning(number, process);
      return waitForPort(number, process);
    });
    try {
      const [port = 0] = await unlessAborted(Promise.all(ports), this.context.signal);
      return { port, ready: this.ready, stop: () => this.stop() };
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Stops all workers: each one finishes its running requests. */
  private async stop(): Promise<void> {
    this.isStopping = true;
    this.resolveReady(false);
    const { drainDelayMs } = this.config.http;
    const stopWorker = async ({ worker, ended }: WorkerProcess): Promise<void> => {
      worker.process.kill('SIGTERM');
      const timer = setTimeout(() => worker.process.kill('SIGKILL'), drainDelayMs + drainMs + exitMs);
      await ended;
      clearTimeout(timer);
    };
    await Promise.all([...this.workers.values()].map(stopWorker));
  }

  private startWorker(number: number): WorkerProcess {
    const process = startWorkerProcess(number, this.functionsFor(number));
    this.workers.set(number, process);
    this.leases.add(number);
    return process;
  }

  private async keepRunning(number: number, first: WorkerProcess): Promise<void> {
    let delayMs = minRestartDelayMs;
    for (let process: WorkerProcess | undefined = first; process; process = this.restartWorker(number)) {
      const startedAt = performance.now();
      const reason = await process.ended;
      this.workers.delete(number);
      this.leases.release(number);
      await this.metrics.keepCounts(number);
      if (this.isStopping) return;
      if (performance.now() - startedAt > stableMs) delayMs = minRestartDelayMs;
      this.context.report(`Worker ${number} ${reason}. Starting another one in ${delayMs} ms`);
      await delay(delayMs);
      delayMs = Math.min(delayMs * 2, maxRestartDelayMs);
    }
  }

  private restartWorker(number: number): WorkerProcess | undefined {
    if (this.isStopping) return undefined;
    this.restartCount += 1;
    return this.startWorker(number);
  }

  private functionsFor(number: number): PrimaryFunctions {
    return {
      readSettings: () => ({ config: this.config, number, neo4j: this.neo4j }),
      reportReady: () => this.addReady(number),
      isReady: () => this.isReady,
      readMetrics: () => this.readMetrics(),
      countRequest: (client) => this.counts.count(client),
      leaseRequests: () => this.leases.lease(number),
    };
  }

  // Once all workers have been ready, the server stays ready when one of them is replaced: the others respond.
  private get isReady(): boolean {
    return this.readyNumbers.size === this.config.workers;
  }

  private addReady(number: number): void {
    this.readyNumbers.add(number);
    if (this.isReady) this.resolveReady(true);
  }

  private readMetrics(): Promise<string> {
    const reads = [...this.workers].map(([number, { calls }]): [number, () => Promise<object[]>] => [
      number,
      () => calls.readMetrics(),
    ]);
    return this.metrics.read(new Map(reads));
  }
}

async function waitForPort(number: number, { worker, ended }: WorkerProcess): Promise<number> {
  const listening = once(worker, 'listening').then(([address]: { readonly port: number }[]) => address?.port ?? 0);
  const failure = ended.then((reason): never => {
    throw new Error(`Worker ${number} ${reason} before it listened. The line of the log before has the reason.`);
  });
  failure.catch(() => undefined);
  return Promise.race([listening, failure]);
}
