import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runAtlas, type RunningCommand } from '../setup/command-line.js';
import { openSocket, sendRaw, type RawResponse } from '../http/raw-http.js';

/** The first request of every test: it is answered from Neo4j. */
const query = '{ dataset { version } }';

/** Starts a server with several workers, and ends it after the test. */
export function startWorkers(settings: Readonly<Record<string, string>>): RunningCommand {
  const command = runAtlas(['start', '--no-load'], { WORKERS: '2', PORT: '0', ACCESS_LOG: 'on', ...settings });
  onTestFinished(() => void command.child.kill('SIGKILL'));
  return command;
}

/** Sends a query on a connection of its own, so that any worker may respond; counts against the limits as a client's. */
export function sendAlone(address: string, client = '10.1.1.1'): Promise<RawResponse> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': client };
  return sendRaw(address, { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query }) });
}

/** Sends queries, each on a connection of its own, and returns the statuses. */
export async function countStatuses(address: string, count: number, client?: string): Promise<Record<number, number>> {
  const responses = await Promise.all(Array.from({ length: count }, () => sendAlone(address, client)));
  const counts: Record<number, number> = {};
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Opens a request whose body is incomplete; returns the function that completes it. */
export function openRequest(address: string): () => Promise<string> {
  const body = JSON.stringify({ query });
  const socket = openSocket(address);
  const chunks: string[] = [];
  socket.on('data', (chunk) => chunks.push(String(chunk)));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const head = ['POST /graphql HTTP/1.1', 'host: here', 'content-type: application/json', 'connection: close'];
  socket.write([...head, `content-length: ${body.length}`, '', body.slice(0, 5)].join('\r\n'));
  return async () => {
    socket.write(body.slice(5));
    await closed;
    return chunks.join('');
  };
}

/** Returns the ids of the worker processes of a server. */
export function workerIds({ child }: RunningCommand): number[] {
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return children.split(' ').filter((id) => id !== '' && commandLineOf(id).includes('worker.js')).map(Number); // prettier-ignore
}

/** Whether a process runs. */
export function isRunning(id: number): boolean {
  return commandLineOf(String(id)) !== '';
}

/** The workers that have logged a request. */
export function workersThatResponded(command: RunningCommand): Set<unknown> {
  const lines = command.output().split('\n').filter((line) => line.includes('"msg":"Request"')); // prettier-ignore
  return new Set(lines.map((line) => (JSON.parse(line) as { readonly worker: unknown }).worker));
}

/** Returns the value of a series of the metrics. */
export async function readMetric(address: string, series: string): Promise<number> {
  const { body } = await sendRaw(address, { path: '/metrics' });
  const line = body.split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1) ?? NaN);
}

/** Writes a module that runs in one worker before its program, and returns the NODE_OPTIONS that load it. */
export function runInWorker(directory: string, worker: number, code: string): string {
  const file = join(directory, 'in-worker.mjs');
  writeFileSync(file, `import cluster from 'node:cluster';\nif (cluster.worker?.id === ${worker}) {\n${code}\n}\n`);
  return `--import=${file}`;
}

function commandLineOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
