import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.js';
import type { LaunchContext } from '../src/launchers/launcher.js';
import { readArguments, usage, type Arguments } from './arguments.js';
import { makeByUnwind, makeGraph } from './graph/make-graph.js';
import { measureGraph, type Surroundings } from './measure/measure-graph.js';
import type { Figures } from './measure/figures.js';
import { makeNeo4j } from './neo4j/bench-neo4j.js';
import { judge } from './report/bars.js';
import { checkQuick } from './report/quick.js';
import { writeResults } from './report/results.js';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort(signal));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const args = readArguments(process.argv.slice(2));
  if (args === undefined) say(usage);
  else process.exitCode = await run(args, { say, signal: stopping.signal });
} catch (error) {
  process.stderr.write(
    stopping.signal.aborted
      ? `Stopped by ${String(stopping.signal.reason)}.\n`
      : `${String(error instanceof Error ? error.message : error)}\n`,
  );
  process.exitCode = stopping.signal.aborted ? 130 : 1;
}
process.exit();

async function run(args: Arguments, context: LaunchContext): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aigc-atlas-bench-'));
  const { cacheDir, javaHome } = readConfig({ ...process.env, NEO4J_URI: '', ATLAS_NEO4J: '' }).neo4j;
  const stops = [() => rm(dataDir, { recursive: true, force: true })];
  try {
    const surroundings = { options: { dataDir, cacheDir, javaHome, throwAway: args.quick }, context, stops };
    return await (args.compareLoading ? compareLoading(args, surroundings) : measure(args, surroundings));
  } finally {
    await stopAll(stops, 0);
  }
}

async function measure(args: Arguments, surroundings: Surroundings): Promise<number> {
  const figures: Figures[] = [];
  const different: string[] = [];
  const loaded: { graph: string; rowsPerSecond: number }[] = [];
  for (const graph of args.graphs) {
    const before = surroundings.stops.length;
    const { rowsPerSecond, ...measured } = await measureGraph(graph, args, surroundings);
    await stopAll(surroundings.stops, before);
    figures.push(...measured.figures);
    different.push(...measured.different);
    loaded.push({ graph, rowsPerSecond });
  }
  const verdicts = judge(figures);
  const broken = args.quick ? checkQuick(figures) : [];
  if (!args.quick)
    for (const { promise, found, holds } of verdicts) say(`${holds ? 'holds  ' : 'BROKEN '} ${promise}: ${found}`);
  const folder = args.record ? 'docs/performance' : 'bench/results';
  const files = await writeResults(args.name, folder, { run: args, figures, verdicts, loaded });
  say(`Wrote ${files.join(', ')}.`);
  for (const line of [...different, ...broken]) say(`WRONG: ${line}`);
  return different.length + broken.length === 0 ? 0 : 1;
}

async function compareLoading({ graphs }: Arguments, { options, context, stops }: Surroundings): Promise<number> {
  const size = graphs.find((name) => name !== 'article');
  if (size === undefined) throw new Error('--compare-loading needs a synthetic graph, such as --graph 80k.');
  for (const way of [makeByUnwind, async (...all: Parameters<typeof makeGraph>) => (await makeGraph(...all)).neo4j]) {
    const before = stops.length;
    const neo4j = await makeNeo4j(options, context);
    stops.push(() => neo4j.remove());
    const started = await way(size, neo4j, say);
    stops.push(() => started.stop());
    await stopAll(stops, before);
  }
  return 0;
}

/** Runs the cleanup functions in reverse order, except for the first `keep`. */
async function stopAll(stops: (() => Promise<void>)[], keep: number): Promise<void> {
  for (const stop of stops.splice(keep).reverse()) {
    await stop().catch((error: unknown) => say(`Cleanup failed: ${String(error)}`));
  }
}
