import { exitCodeOf } from './commands/exit-code.js';
import { logFailure, logNodeMessages } from './commands/log.js';
import { flushOutput, ignoreClosedOutput } from './commands/signals.js';
import type { LogFormat } from './config.js';
import { keepHeapSmall } from './heap.js';
import { connectChannel, type PrimaryFunctions, type WorkerFunctions } from './commands/workers/protocol.js';
import { serveWorker, type WorkerServer } from './commands/workers/serve-worker.js';

// The program of a worker process, which asks its primary process for its settings.

keepHeapSmall();
ignoreClosedOutput();

let logFormat: LogFormat | undefined;
let setServer: (server: WorkerServer) => void;
const server = new Promise<WorkerServer>((resolve) => (setServer = resolve));

const primary = connectChannel<PrimaryFunctions, WorkerFunctions>(
  {
    connect: (neo4j) => void server.then((running) => running.connect(neo4j)).catch(fail),
    readMetrics: async () => (await server).metrics.readMetricObjects(),
    takeSpareRequests: async () => (await server).requestLimit.takeSpare(),
  },
  process,
);

async function start(): Promise<void> {
  const { config, number, neo4j } = await primary.readSettings();
  ({ logFormat } = config);
  const started = await serveWorker(config, number, primary);
  logNodeMessages(started.log, (error) => logFailure(error, logFormat));
  setServer(started);
  if (neo4j) await started.connect(neo4j);
}

async function stop(): Promise<void> {
  await (await server).stop();
  await flushOutput();
  process.exit();
}

async function fail(error: unknown): Promise<void> {
  logFailure(error, logFormat);
  await flushOutput();
  process.exit(exitCodeOf(error));
}

process.on('SIGTERM', () => void stop());
// Without the primary process, nothing would ever stop this one.
process.on('disconnect', () => void stop());
// A terminal sends these signals to the primary process as well, which stops its workers.
process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);

await start().catch(fail);
