import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import { freePort } from '../../src/launchers/local/free-port.js';
import { packageRoot } from '../../src/paths.js';

const isThere = ['promtool', 'prometheus'].every((command) => spawnSync(command, ['--version']).status === 0);

/** Groups tests that need Prometheus and promtool. Without them they fail in CI, and elsewhere are skipped, which is said. */
export const describeWithPrometheus = describe.skipIf(!isThere && process.env['CI'] === undefined);

if (!isThere) console.info('No promtool and prometheus found (Debian: prometheus): tests of alarms need them.');

/** A Prometheus that reads a server's metrics each second, and evaluates our alarms. */
export interface TestPrometheus {
  /** What its HTTP API answers at a path below /api/v1. */
  ask(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Runs a Prometheus on a free port of the loopback. */
export async function startPrometheus(serverUrl: string): Promise<TestPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'aigc-atlas-prometheus-'));
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [join(packageRoot, 'docs', 'alarms.yml')],
    scrape_configs: [{ job_name: 'aigc-atlas', static_configs: [{ targets: [new URL(serverUrl).host] }] }],
  };
  const file = join(folder, 'prometheus.yml');
  await writeFile(file, stringify(config));
  const address = `127.0.0.1:${await freePort()}`;
  const words = [`--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'data')}`];
  const child = spawn('prometheus', [...words, `--web.listen-address=${address}`], { stdio: 'ignore' });
  return {
    ask: async (path) => (await fetch(`http://${address}/api/v1/${path}`)).json(),
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
