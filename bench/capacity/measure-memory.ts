import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { applyLoad } from '../measure/apply-load.js';
import { readBytes } from '../measure/process-stats.js';
import type { StartedNeo4j } from '../neo4j/bench-neo4j.js';
import type { RunningServer } from '../servers/child.js';
import { workNames } from '../../scripts/simulate/mix.js';
import type { LiveHeap, PageReads } from './measured.js';
import { drawMix, type Bodies } from './requests.js';

const run = promisify(execFile);

/** The size of a page of Neo4j's page cache, in bytes. */
const pageBytes = 8_192;

/** Loads before the measurement, of `fillRequests` each, until a pass reads almost as many pages as the one before. */
const maxFillPasses = 10;
const fillRequests = 1_500;
const connections = 4;
const measuredRequests = 500;

/** Measures the live objects in Neo4j's heap while idle and under load. */
export async function measureHeap(
  { pid }: StartedNeo4j,
  server: RunningServer,
  bodies: Bodies,
  signal: AbortSignal,
): Promise<LiveHeap[]> {
  const results: LiveHeap[] = [];
  for (const count of [16, 64]) {
    const load = applyLoad(server, pid, drawMix(bodies, 5_000, count), { connections: count, seconds: 9 }, signal);
    const samples: number[] = [];
    for (let sample = 0; sample < 3; sample += 1) samples.push(await liveMb(pid, 2_000));
    await load;
    results.push({ connections: count, liveMb: samples.toSorted((a, b) => a - b)[1] ?? 0 });
  }
  return [{ connections: 0, liveMb: await liveMb(pid, 1_000) }, ...results];
}

async function liveMb(pid: number, delayMs: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await run('jcmd', [String(pid), 'GC.run']);
  const { stdout } = await run('jcmd', [String(pid), 'GC.heap_info']);
  return Number(/used (\d+)K/.exec(stdout)?.[1] ?? 0) / 1_024;
}

/** Measures how many pages Neo4j reads from its files for each request, after the load has filled its page cache. */
export async function measurePageReads(
  pageCacheMb: number,
  { pid }: StartedNeo4j,
  server: RunningServer,
  bodies: Bodies,
  signal: AbortSignal,
): Promise<PageReads[]> {
  const readPages = async (requests: readonly string[]): Promise<{ reads: number; databaseCpuMs: number }> => {
    const before = readBytes(pid);
    const { databaseCpuSeconds, failures } = await applyLoad(server, pid, requests, loadOf(requests), signal);
    if (failures > requests.length / 100)
      throw new Error(`Expected responses, found ${failures} failures. Measure while the machine is not busy.`);
    const reads = (readBytes(pid) - before) / pageBytes / requests.length;
    return { reads, databaseCpuMs: (databaseCpuSeconds * 1_000) / requests.length };
  };
  let last = Infinity;
  for (let pass = 1; pass <= maxFillPasses; pass += 1) {
    const { reads } = await readPages(drawMix(bodies, fillRequests, pass));
    if (reads > last * 0.9) break;
    last = reads;
  }
  const results: PageReads[] = [];
  for (const work of workNames) {
    const requests = bodies[work].slice(-measuredRequests);
    const { reads, databaseCpuMs } = await readPages(requests);
    results.push({ work, pageCacheMb, readsPerRequest: reads, databaseCpuMs });
  }
  return results;
}

function loadOf(requests: readonly string[]): { connections: number; seconds: number; requests: number } {
  return { connections, seconds: 1, requests: requests.length };
}
