import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.js';
import type { LaunchContext } from '../src/launchers/launcher.js';
import { parseArguments, usage, type Arguments } from './arguments.js';
import { loadByUnwind, loadGraph } from './graph/load-graph.js';
import { measureGraph, type RunEnvironment } from './measure/measure-graph.js';
import type { Figures } from './measure/figures.js';
import { createNeo4j } from './neo4j/bench-neo4j.js';
import { evaluateTargets } from './report/bars.js';
import { checkQuick } from './report/quick.js';
import { writeResults } from './report/results.js';

const abortController = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => abortController.abort(signal));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const args = parseArguments(process.argv.slice(2));
  if (args === undefined) say(usage);
  else process.exitCode = await run(args, { report: say, signal: abortController.signal });
} catch (error) {
  process.stderr.write(
    abortController.signal.aborted
      ? `Stopped by ${String(abortController.signal.reason)}.\n`
      : `${String(error instanceof Error ? error.message : error)}\n`,
  );
  process.exitCode = abortController.signal.aborted ? 130 : 1;
}
process.exit();

async function run(args: Arguments, context: LaunchContext): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aigc-atlas-bench-'));
  const { cacheDir, javaHome } = readConfig({ ...process.env, NEO4J_URI: '', ATLAS_NEO4J: '' }).neo4j;
  const cleanups = [() => rm(dataDir, { recursive: true, force: true })];
  try {
    const options = { dataDir, cacheDir, javaHome, isShortLived: args.quick };
    const environment: RunEnvironment = { options, context, cleanups };
    return await (args.compareLoading ? compareLoading(args, environment) : measure(args, environment));
  } finally {
    await runCleanups(cleanups, 0);
  }
}

async function measure(args: Arguments, environment: RunEnvironment): Promise<number> {
  const figures: Figures[] = [];
  const differences: string[] = [];
  const loadingRates: { graph: string; rowsPerSecond: number }[] = [];
  for (const graph of args.graphs) {
    const cleanupCount = environment.cleanups.length;
    const { rowsPerSecond, ...measured } = await measureGraph(graph, args, environment);
    await runCleanups(environment.cleanups, cleanupCount);
    figures.push(...measured.figures);
    differences.push(...measured.differences);
    loadingRates.push({ graph, rowsPerSecond });
  }
  const verdicts = evaluateTargets(figures);
  const violations = args.quick ? checkQuick(figures) : [];
  if (!args.quick)
    for (const { promise, found, holds } of verdicts) say(`${holds ? 'holds  ' : 'BROKEN '} ${promise}: ${found}`);
  const directory = args.record ? 'docs/performance' : 'bench/results';
  const files = await writeResults(args.name, directory, { run: args, figures, verdicts, loaded: loadingRates });
  say(`Wrote ${files.join(', ')}.`);
  for (const line of [...differences, ...violations]) say(`WRONG: ${line}`);
  return differences.length + violations.length === 0 ? 0 : 1;
}

async function compareLoading({ graphs }: Arguments, { options, context, cleanups }: RunEnvironment): Promise<number> {
  const size = graphs.find((name) => name !== 'article');
  if (size === undefined) throw new Error('--compare-loading needs a synthetic graph, such as --graph 80k.');
  for (const load of [
    loadByUnwind,
    async (...loadArguments: Parameters<typeof loadGraph>) => (await loadGraph(...loadArguments)).neo4j,
  ]) {
    const cleanupCount = cleanups.length;
    const neo4j = await createNeo4j(options, context);
    cleanups.push(() => neo4j.remove());
    const started = await load(size, neo4j, say);
    cleanups.push(() => started.stop());
    await runCleanups(cleanups, cleanupCount);
  }
  return 0;
}

/** Runs the cleanup functions in reverse order, except for the first `keep`. */
async function runCleanups(cleanups: (() => Promise<void>)[], keepCount: number): Promise<void> {
  for (const cleanup of cleanups.splice(keepCount).reverse()) {
    await cleanup().catch((error: unknown) => say(`Cleanup failed: ${String(error)}`));
  }
}
