import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { exitCodes } from '../../src/commands/exit-code.js';
import { environmentSchema, readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/paths.js';
import { httpServer } from '../http/http-server.js';
import { atlas, runCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { adapt, recipeOf, settingsIn } from './recipes.js';

/** The time limit for pending requests at shutdown, from docs/operations.md. */
const finishMs = 10_000;
const known = Object.keys(environmentSchema.shape);

/** Parses the settings of a sample, with an existing file as its password file. */
const readRecipe = (settings: Readonly<Record<string, string>>) =>
  readConfig({ ...settings, NEO4J_PASSWORD_FILE: join(packageRoot, 'package.json') });

/** Returns how long haproxy takes to notice that a server is not ready. */
function haproxyNoticesMs(): number {
  const [, seconds, times] = /inter (\d+)s fall (\d+)/.exec(recipeOf('haproxy', 'haproxy')) ?? [];
  return Number(seconds) * 1_000 * Number(times);
}

describe('the settings of a server behind a proxy', () => {
  it('exist, and delay the shutdown until haproxy notices it', () => {
    const settings = settingsIn(recipeOf('Behind a proxy', 'sh'));
    expect(known).toEqual(expect.arrayContaining(Object.keys(settings)));
    expect(readConfig(settings).http.drainDelayMs).toBeGreaterThan(haproxyNoticesMs());
  });
});

const systemd = '/usr/bin/systemd-analyze';
if (!existsSync(systemd)) console.info(`${systemd} is not installed: skipping the verification of the unit.`);

describe('the systemd unit', () => {
  const unit = recipeOf('systemd', 'ini');
  const folder = temporaryFolder();
  const [, program = '', words = ''] = /^ExecStart=(\S+ \S+\/dist\/main\.js) (.*)$/m.exec(unit) ?? [];

  it('uses existing settings, and allows a stop to take as long as a shutdown', () => {
    const settings = settingsIn(unit);
    expect(known).toEqual(expect.arrayContaining(Object.keys(settings)));
    const { http } = readRecipe(settings);
    const [, seconds] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
    expect(Number(seconds) * 1_000).toBeGreaterThan(http.drainDelayMs + finishMs);
  });

  it('does not restart after errors that a restart cannot fix', () => {
    const [, codes] = /^RestartPreventExitStatus=(.*)$/m.exec(unit) ?? [];
    expect(codes).toBe(`${exitCodes.wrongUse} ${exitCodes.badData}`);
  });

  it('runs an existing command', async () => {
    const command = atlas([...words.split(' '), '--help']);
    expect(await command.ended).toBe(0);
    expect(command.output()).toContain(`aigc-atlas ${words} `);
  });

  it.skipIf(!existsSync(systemd))('passes systemd-analyze verify', async () => {
    const file = join(folder, 'aigc-atlas.service');
    await writeFile(file, adapt(unit, [[program, process.execPath]]));
    const command = runCommand(systemd, ['verify', file], {});
    expect([await command.ended, command.errors()]).toEqual([0, '']);
  });
});

const probe = z.object({
  httpGet: z.object({ path: z.string(), port: z.string() }),
  periodSeconds: z.number(),
  failureThreshold: z.number(),
});
const deployment = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        terminationGracePeriodSeconds: z.number(),
        containers: z.tuple([
          z.object({
            ports: z.tuple([z.object({ name: z.string(), containerPort: z.number() })]),
            env: z.array(z.object({ name: z.enum(known), value: z.string() })),
            startupProbe: probe,
            livenessProbe: probe,
            readinessProbe: probe,
          }),
        ]),
      }),
    }),
  }),
});

describe('the Kubernetes deployment', () => {
  const neo4j = sharedNeo4j();
  const server = httpServer(() => neo4j.database);
  const pod = deployment.parse(parse(recipeOf('Kubernetes', 'yaml'))).spec.template.spec;
  const [container] = pod.containers;
  const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];
  const { http, port } = readRecipe(Object.fromEntries(container.env.map(({ name, value }) => [name, value])));

  it('probes paths that the server serves, at its port', async () => {
    const [{ name, containerPort }] = container.ports;
    expect(containerPort).toBe(port);
    for (const { httpGet } of probes) {
      expect(httpGet.port).toBe(name);
      expect((await server.get(httpGet.path)).status).toBe(200);
    }
  });

  it('uses /livez for startup and liveness, and /readyz for readiness', () => {
    expect(probes.map(({ httpGet }) => httpGet.path)).toEqual(['/livez', '/livez', '/readyz']);
  });

  it('has a grace period longer than the shutdown, whose delay is longer than the readiness probe takes', () => {
    const { periodSeconds, failureThreshold } = container.readinessProbe;
    expect(http.drainDelayMs).toBeGreaterThan(periodSeconds * failureThreshold * 1_000);
    expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(http.drainDelayMs + finishMs);
  });
});
