import cluster from 'node:cluster';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { connectChannel, type PrimaryFunctions, type WorkerFunctions } from './protocol.js';

/** The smallest heap limit of a worker, in bytes. */
const minHeapBytes = 256 * 1024 * 1024;

/** A worker process. */
export type WorkerProcess = ReturnType<typeof startWorkerProcess>;

/** Sets how workers are started; all of them together get the heap that this process alone would get. */
export function configureWorkers(workerCount: number): void {
  const heapBytes = Math.max(minHeapBytes, getHeapStatistics().heap_size_limit / workerCount);
  cluster.setupPrimary({
    exec: fileURLToPath(new URL('../../worker.js', import.meta.url)),
    args: [],
    execArgv: [...process.execArgv, `--max-old-space-size=${Math.floor(heapBytes / 1_048_576)}`],
  });
}

/** Starts a worker process. Its `ended` resolves with the reason when it has ended. */
export function startWorkerProcess(number: number, functions: PrimaryFunctions) {
  const worker = cluster.fork();
  const calls = connectChannel<WorkerFunctions, PrimaryFunctions>(functions, worker);
  const ended = once(worker, 'exit').then(([code, signal]) => {
    const reason = typeof signal === 'string' ? `was ended by ${signal}` : `ended with exit code ${code}`;
    calls.$close(new Error(`Worker ${number} ${reason}.`));
    return reason;
  });
  return { worker, calls, ended };
}
