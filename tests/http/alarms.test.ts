import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { readProjectFile } from '../conventions/project-files.js';
import { describeWithPrometheus } from './prometheus.js';
import { alarms, groupLabelsOf, findMissingSeries, queries } from './alarms-and-dashboard.js';
import { monitoredServer } from './monitored-server.js';

const run = promisify(execFile);
const cwd = join(packageRoot, 'docs');

describeWithPrometheus('docs/alarms.yml', () => {
  it('is valid according to promtool', async () => {
    const { stdout } = await run('promtool', ['check', 'rules', 'alarms.yml'], { cwd });
    expect(stdout).toContain(`SUCCESS: ${alarms.length} rules found`);
  });

  it('passes its unit tests', async () => {
    const { stdout } = await run('promtool', ['test', 'rules', 'alarms.test.yml'], { cwd });
    expect(stdout).toContain('SUCCESS');
  });
});

describe('each alarm', () => {
  const page = readProjectFile('docs/operations.md');
  const sections = [...page.matchAll(/^#### (Atlas\w+)\n/gm)].map(([, name]) => name);

  it('has a test in which it fires', () => {
    const firedAlarms = [...readProjectFile('docs/alarms.test.yml').matchAll(/alertname="(\w+)"/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(firedAlarms)].toSorted()).toEqual(alarms.map(({ alert }) => alert).toSorted());
  });

  it('links to its own section of docs/operations.md', () => {
    expect(sections).toEqual(alarms.map(({ alert }) => alert));
    for (const { alert, annotations } of alarms) {
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
    }
  });
});

describe('the metrics', () => {
  const server = monitoredServer();
  const readMetrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

  it('contain every series and label of the alarms', async () => {
    const metrics = await readMetrics();
    expect(alarms.length).toBeGreaterThan(10);
    expect(alarms.flatMap(({ expr }) => findMissingSeries(metrics, expr))).toEqual([]);
    const labels = alarms.flatMap(({ expr }) => groupLabelsOf(expr));
    expect(labels.filter((label) => !metrics.includes(`${label}="`))).toEqual([]);
  });

  it('contain every series and label of the dashboard', async () => {
    const metrics = await readMetrics();
    expect(queries.length).toBeGreaterThan(10);
    expect(queries.flatMap(([, query]) => findMissingSeries(metrics, query))).toEqual([]);
    const labels = queries.flatMap(([, query]) => groupLabelsOf(query));
    expect(labels.filter((label) => !metrics.includes(`${label}="`))).toEqual([]);
  });

  it('lack a series with an unknown name or label', async () => {
    const metrics = await readMetrics();
    expect(findMissingSeries(metrics, 'rate(atlas_error_total[5m])')).toHaveLength(1);
    expect(findMissingSeries(metrics, 'atlas_errors_total{code="NO_SUCH_CODE"}')).toHaveLength(1);
  });
});
