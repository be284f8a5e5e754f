import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../scripts/configuration-page.js';
import { environmentSchema } from '../../src/config.js';
import { findCompose } from '../../src/launchers/docker/compose.js';
import { readProjectFile } from './project-files.js';

const service = z.object({
  image: z.string().regex(/^(aigc-atlas|[\w./-]+:\d[\w.-]*)$/),
  profiles: z.tuple([z.literal('scale')]).optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default(['default']),
  restart: z.literal('unless-stopped'),
  mem_limit: z.string(),
  cpus: z.union([z.string(), z.number()]),
  logging: z.object({ driver: z.literal('json-file'), options: z.record(z.string(), z.string()) }),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
});
const server = service.extend({
  environment: z.record(z.string(), z.string().nullable()),
  stop_grace_period: z.literal('60s'),
});
const text = readProjectFile('docker-compose.yml');
const { services } = z
  .object({
    services: z.object({
      neo4j: service,
      server,
      'server-1': server,
      'server-2': server,
      'server-3': server,
      valkey: service,
      balancer: service,
    }),
  })
  .parse(parse(text, { merge: true }));
const balancedServers = [services['server-1'], services['server-2'], services['server-3']];
const page = readProjectFile('docs/operations.md');

/** Settings for a server that launches its own Neo4j, which the servers of docker-compose.yml do not. */
const launcherSettings = [
  'ATLAS_NEO4J',
  'ATLAS_DATA_DIR',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'JAVA_HOME',
  'NEO4J_PASSWORD',
];

/** Settings of the volumes only: the container has these directories at their default paths. */
const volumeSettings = ['ATLAS_DIR'];

/** Replaces the variables of a text by their defaults. */
const withDefaults = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

const runCompose = await findCompose(undefined);
if (!runCompose) console.info('Docker Compose is not installed: skipping the test that needs it.');

describe('docker-compose.yml', () => {
  it.skipIf(!runCompose)('is valid for Docker Compose', async () => {
    const result = await runCompose?.(['--profile', 'scale', 'config', '--services'], 600_000);
    const output = result?.ok === true ? result.output : result?.reason;
    expect(output?.split('\n').toSorted()).toEqual(Object.keys(services).toSorted());
  });

  it.each([services.server, ...balancedServers])('passes every setting to a server (%#), but HOST', (definition) => {
    const collector = [...page.matchAll(/`(OTEL_[A-Z_]+)`/g)].map(([, name = '']) => name);
    const expectedNames = new Set(
      [...readSettings(), ...collector].filter((name) => ![...launcherSettings, ...volumeSettings].includes(name)),
    );
    expectedNames.delete('HOST');
    expect(Object.keys(definition.environment).toSorted()).toEqual([...expectedNames].toSorted());
  });

  it('passes HOST to Docker, which publishes the port', () => {
    expect(services.server.ports).toEqual(['${HOST:-127.0.0.1}:${PORT:-4000}:${PORT:-4000}']);
    expect(services.server.environment['PORT']).toBe('${PORT:-4000}');
  });

  it('has only defaults that docs/operations.md documents', () => {
    const defaults = [...text.matchAll(/\$\{([A-Z_\d]+):-([^}]*)\}/g)];
    for (const [, name = '', value = ''] of defaults) {
      const documentedValue = value === '' ? '' : `\`${value}\``;
      expect(page).toMatch(new RegExp(`^\\| [^|]*\`${name}\`[^|]*\\|[^|]*${documentedValue}`, 'm'));
    }
  });

  it('limits the logs of each service', () => {
    for (const { logging } of Object.values(services)) {
      expect(logging.options).toEqual({ 'max-size': expect.any(String), 'max-file': expect.any(String) });
    }
  });

  it('mounts the model and the data files, so that changing them needs no new image', () => {
    for (const { volumes } of [services.server, ...balancedServers])
      expect(volumes).toEqual(
        expect.arrayContaining(['${ATLAS_DIR:-.}/schema:/app/schema:ro', '${ATLAS_DIR:-.}/data:/app/data:ro']),
      );
  });
});

describe('the profile scale of docker-compose.yml', () => {
  const haproxy = readProjectFile('deploy/haproxy/haproxy.cfg');
  const scaled = Object.entries(services).filter(([, { profiles }]) => profiles !== undefined);
  const settings: Readonly<Record<string, unknown>> = environmentSchema.parse(
    Object.fromEntries(
      Object.entries(services['server-1'].environment).flatMap(([name, value]) =>
        value === null ? [] : [[name, withDefaults(value)]],
      ),
    ),
  );

  it('adds three servers, a cache and a balancer, and publishes the port of the balancer only', () => {
    expect(scaled.map(([name]) => name)).toEqual(['server-1', 'server-2', 'server-3', 'valkey', 'balancer']);
    const ports = scaled.flatMap(([name, definition]) => definition.ports.map((port) => [name, withDefaults(port)]));
    expect(ports).toEqual([['balancer', '127.0.0.1:8080:8080']]);
  });

  it('loads the data files by the first server, which the others wait for', () => {
    const [first, ...others] = balancedServers;
    expect(first?.command).toBeUndefined();
    for (const { command, depends_on } of others) {
      expect(command?.join(' ')).toBe('node dist/main.js start --neo4j uri --no-load');
      expect(Object.keys(depends_on)).toEqual(['server-1']);
    }
  });

  it('shares one cache among the servers', () => {
    expect(settings['CACHE_URL']).toBe('redis://valkey:6379');
    expect(services.valkey.command?.join(' ')).toMatch(/ allkeys-lru --protected-mode no$/);
    expect(new Set(balancedServers.map(({ environment }) => JSON.stringify(environment))).size).toBe(1);
  });

  it('trusts the x-forwarded-for header of the balancer, whose network contains no other client', () => {
    const [subnet] = /(?<=subnet: ).*/.exec(text) ?? [''];
    expect(settings['TRUST_PROXY']).toEqual([withDefaults(subnet)]);
    const names = Object.entries(services).flatMap(([name, { networks }]) =>
      networks.includes('balancer') ? [name] : [],
    );
    expect(names).toEqual(['server-1', 'server-2', 'server-3', 'balancer']);
    expect(haproxy).toContain('option forwardfor');
  });

  it('balances the servers at their port with the configuration that the balancer mounts', () => {
    expect(services.balancer.volumes).toEqual(['./deploy/haproxy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro']);
    const addresses = [...haproxy.matchAll(/^ {2}server .*"\$\{SERVER_\d-([\w:-]+)\}"$/gm)].map(
      ([, address]) => address,
    );
    const expected = ['server-1', 'server-2', 'server-3'].map((name) => `${name}:${String(settings['PORT'])}`);
    // The servers of the backends `aigc_atlas` and `not_ready`.
    expect(addresses).toEqual([...expected, ...expected]);
  });

  it('stops a server later than the balancer notices, and earlier than Docker kills it', () => {
    const [, seconds, failures] = /inter (\d+)s fall (\d+)/.exec(haproxy) ?? [];
    expect(settings['DRAIN_DELAY']).toBeGreaterThan(Number(seconds) * 1_000 * Number(failures));
    expect(settings['DRAIN_DELAY']).toBeLessThan(60_000 - 10_000);
  });
});
