import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entityTypes } from '../entity/entity-types.js';
import { packageRoot } from '../paths.js';
import { relationTypes } from '../relation/relation-types.js';
import { datasetFile, entityFile, relationFile } from './data-files.js';

const data = join(packageRoot, 'data');
const files = [datasetFile, ...entityTypes.map(entityFile), ...relationTypes.map(relationFile)];
const schemaNames = readdirSync(join(data, 'json-schema'), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);

const part = z.record(z.string(), z.unknown());

function schema(name: string): Record<string, unknown> {
  return part.parse(JSON.parse(readFileSync(join(data, 'json-schema', name), 'utf8')));
}

/** The paths of all properties and definitions below a part of a schema that neither describe nor refer. */
function undescribed(value: unknown, path = ''): string[] {
  const parsed = part.safeParse(value);
  if (!parsed.success) return [];
  return Object.entries(parsed.data).flatMap(([key, inner]) => {
    const named = key === 'properties' || key === 'definitions' ? Object.entries(part.parse(inner)) : [];
    const bare = named.filter(([, item]) => !('description' in part.parse(item)) && !('$ref' in part.parse(item)));
    return [...bare.map(([name]) => `${path}/${name}`), ...undescribed(inner, `${path}/${key}`)];
  });
}

describe('every data file', () => {
  it.each(files)('%s tells an editor its schema, which is there', (file) => {
    const path = join(data, `${file}.yaml`);
    const to = relative(dirname(path), join(data, 'json-schema', `${file}.schema.json`));
    expect(readFileSync(path, 'utf8').split('\n', 1)[0]).toBe(`# yaml-language-server: $schema=${to}`);
    expect(schemaNames).toContain(`${file}.schema.json`);
  });
});

describe('every JSON Schema', () => {
  it.each(schemaNames)('%s is one, describes all it names, and allows nothing else', (name) => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(schema(name))).toBe(true);
    expect(undescribed(schema(name)).filter((path) => !/\/(if|then|else|allOf)\//.test(path))).toEqual([]);
    const text = JSON.stringify(schema(name));
    const objects = text.match(/"type":"object"/g) ?? [];
    expect(text.match(/"additionalProperties":false/g) ?? []).toHaveLength(objects.length);
  });

  it('belongs to a data file, or is shared by them', () => {
    const expected = [...files, 'common'].map((file) => `${file}.schema.json`);
    expect(schemaNames.toSorted()).toEqual(expected.toSorted());
  });
});
