import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/commands/exit-code.js';
import { environmentSchema, readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/paths.js';
import { findWorkload, serverSettings } from '../conventions/manifests.js';
import { readProjectFile } from '../conventions/project-files.js';
import { httpServer } from '../http/http-server.js';
import { runAtlas, runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { replaceParts, readSample, parseSettings } from './docs-samples.js';

/** The time limit for pending requests at shutdown, from docs/operations.md. */
const drainTimeoutMs = 10_000;
const settingNames = Object.keys(environmentSchema.shape);

/** Parses the settings of a sample, with an existing file as its password file. */
const readSampleConfig = (settings: Readonly<Record<string, string>>) =>
  readConfig({ ...settings, NEO4J_PASSWORD_FILE: join(packageRoot, 'package.json') });

/** Returns how long haproxy takes to notice that a server is not ready. */
function haproxyDetectionMs(): number {
  const [, seconds, failureCount] = /inter (\d+)s fall (\d+)/.exec(readSample('haproxy', 'haproxy')) ?? [];
  return Number(seconds) * 1_000 * Number(failureCount);
}

describe('the settings of a server behind a proxy', () => {
  it('exist, and delay the shutdown until haproxy notices it', () => {
    const settings = parseSettings(readSample('Behind a proxy', 'sh'));
    expect(settingNames).toEqual(expect.arrayContaining(Object.keys(settings)));
    expect(readConfig(settings).http.drainDelayMs).toBeGreaterThan(haproxyDetectionMs());
  });
});

describe('deploy/haproxy/haproxy.cfg', () => {
  const text = readProjectFile('deploy/haproxy/haproxy.cfg');
  const optionsOf = (config: string): string[] =>
    [...config.matchAll(/^ +((?:timeout|option|http-|retry-on|default-server check).*)$/gm)].map(
      ([, line = '']) => line,
    );

  it('has the options of the sample in docs/operations.md', () => {
    // The files of the pages are retried in other cases as well.
    const requestParts = text.replace(/^backend page_files\n(?: .*\n)+/m, '');
    expect(optionsOf(requestParts).toSorted()).toEqual(optionsOf(readSample('haproxy', 'haproxy')).toSorted());
  });
});

const systemdAnalyze = '/usr/bin/systemd-analyze';
if (!existsSync(systemdAnalyze))
  console.info(`${systemdAnalyze} is not installed: skipping the verification of the unit.`);

describe('the systemd unit', () => {
  const unit = readSample('systemd', 'ini');
  const directory = createTemporaryDirectory();
  const [, program = '', args = ''] = /^ExecStart=(\S+ \S+\/dist\/main\.js) (.*)$/m.exec(unit) ?? [];

  it('uses existing settings, and allows a stop to take as long as a shutdown', () => {
    const settings = parseSettings(unit);
    expect(settingNames).toEqual(expect.arrayContaining(Object.keys(settings)));
    const { http } = readSampleConfig(settings);
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
    expect(Number(seconds) * 1_000).toBeGreaterThan(http.drainDelayMs + drainTimeoutMs);
  });

  it('does not restart after errors that a restart cannot fix', () => {
    const [, codes] = /^RestartPreventExitStatus=(.*)$/m.exec(unit) ?? [];
    expect(codes).toBe(`${exitCodes.wrongUse} ${exitCodes.badData}`);
  });

  it('runs an existing command', async () => {
    const command = runAtlas([...args.split(' '), '--help']);
    expect(await command.ended).toBe(0);
    expect(command.output()).toContain(`aigc-atlas ${args} `);
  });

  it.skipIf(!existsSync(systemdAnalyze))('passes systemd-analyze verify', async () => {
    const file = join(directory, 'aigc-atlas.service');
    await writeFile(file, replaceParts(unit, [[program, process.execPath]]));
    const command = runCommand(systemdAnalyze, ['verify', file], {});
    expect([await command.ended, command.errors()]).toEqual([0, '']);
  });
});

describe('the Kubernetes Deployment', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);
  const pod = findWorkload('aigc-atlas').spec.template.spec;
  const [{ ports, startupProbe, livenessProbe, readinessProbe }] = pod.containers;
  const probes = [startupProbe, livenessProbe, readinessProbe];
  const { http, port } = readSampleConfig(serverSettings);

  it('probes paths that the server serves, at its port', async () => {
    expect(ports).toEqual([{ name: 'http', containerPort: port }]);
    for (const probe of probes) {
      expect(probe?.httpGet?.port).toBe('http');
      expect((await server.get(probe?.httpGet?.path ?? '')).status).toBe(200);
    }
  });

  it('uses /livez for startup and liveness, and /readyz for readiness', () => {
    expect(probes.map((probe) => probe?.httpGet?.path)).toEqual(['/livez', '/livez', '/readyz']);
  });

  it('has a grace period longer than the shutdown, whose delay is longer than the readiness probe takes', () => {
    const { periodSeconds = NaN, failureThreshold = NaN } = readinessProbe ?? {};
    expect(http.drainDelayMs).toBeGreaterThan(periodSeconds * failureThreshold * 1_000);
    expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(http.drainDelayMs + drainTimeoutMs);
  });
});
