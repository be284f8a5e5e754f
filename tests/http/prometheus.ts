import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { stringify } from 'yaml';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { packageRoot } from '../../src/paths.js';

const isInstalled = ['promtool', 'prometheus'].every((command) => spawnSync(command, ['--version']).status === 0);

/** A `describe` for tests that need Prometheus and promtool: without them it fails in CI, and is skipped elsewhere. */
export const describeWithPrometheus = describe.skipIf(!isInstalled && process.env['CI'] === undefined);

if (!isInstalled)
  console.info(
    'promtool and prometheus are not both installed: the alarm tests need them (Debian package: prometheus).',
  );

/** A Prometheus that scrapes a server's metrics every second and evaluates docs/alarms.yml. */
export interface TestPrometheus {
  /** Sends a GET request to a path below /api/v1 of its HTTP API; returns the parsed response. */
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts Prometheus on a free port of the loopback interface. */
export async function startPrometheus(serverUrl: string): Promise<TestPrometheus> {
  const directory = await mkdtemp(join(tmpdir(), 'aigc-atlas-prometheus-'));
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: [join(packageRoot, 'docs', 'alarms.yml')],
    scrape_configs: [{ job_name: 'aigc-atlas', static_configs: [{ targets: [new URL(serverUrl).host] }] }],
  };
  const file = join(directory, 'prometheus.yml');
  await writeFile(file, stringify(config));
  const address = `127.0.0.1:${await findFreePort()}`;
  const args = [`--config.file=${file}`, `--storage.tsdb.path=${join(directory, 'data')}`];
  const child = spawn('prometheus', [...args, `--web.listen-address=${address}`], { stdio: 'ignore' });
  return {
    get: async (path) => (await fetch(`http://${address}/api/v1/${path}`)).json(),
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
