import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../scripts/configuration-page.js';
import { readProjectFile } from './project-files.js';

const service = z.object({
  environment: z.record(z.string(), z.string().nullable()),
  ports: z.array(z.string()),
  volumes: z.array(z.string()),
  restart: z.literal('unless-stopped'),
  mem_limit: z.string(),
  cpus: z.string(),
  logging: z.object({ driver: z.literal('json-file'), options: z.record(z.string(), z.string()) }),
  stop_grace_period: z.string(),
});
const text = readProjectFile('docker-compose.yml');
const { services } = z
  .object({ services: z.object({ neo4j: service, server: service }) })
  .parse(parse(text, { merge: true }));
const page = readProjectFile('docs/operations.md');

/** Settings for a server that launches its own Neo4j, which the server of docker-compose.yml does not. */
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

describe('docker-compose.yml', () => {
  it('passes every setting to the server, and HOST to Docker, which publishes the port', () => {
    const collector = [...page.matchAll(/`(OTEL_[A-Z_]+)`/g)].map(([, name = '']) => name);
    const expectedNames = new Set(
      [...readSettings(), ...collector].filter((name) => ![...launcherSettings, ...volumeSettings].includes(name)),
    );
    expectedNames.delete('HOST');
    expect(Object.keys(services.server.environment).toSorted()).toEqual([...expectedNames].toSorted());
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
    expect(services.server.volumes).toEqual(
      expect.arrayContaining(['${ATLAS_DIR:-.}/schema:/app/schema:ro', '${ATLAS_DIR:-.}/data:/app/data:ro']),
    );
  });
});
