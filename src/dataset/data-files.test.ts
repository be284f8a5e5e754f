import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { musicModel } from '../../tests/dataset/music.js';
import { projectModel } from '../model/project-model.js';
import { packageRoot } from '../paths.js';
import { listDataFiles } from './data-files.js';
import { buildJsonSchemas } from './json-schema/json-schemas.js';

const data = join(packageRoot, 'data');
const files = listDataFiles(projectModel());
const schemas = [projectModel(), musicModel].flatMap((model) => [...buildJsonSchemas(model)]);

const schemaPart = z.record(z.string(), z.unknown());

/** The paths of all properties and definitions in a part of a schema that have neither a description nor a $ref. */
function findUndescribed(value: unknown, path = ''): string[] {
  const parsed = schemaPart.safeParse(value);
  if (!parsed.success) return [];
  return Object.entries(parsed.data).flatMap(([key, child]) => {
    const entries = key === 'properties' || key === 'definitions' ? Object.entries(schemaPart.parse(child)) : [];
    const undescribedEntries = entries.filter(
      ([, item]) => !('description' in schemaPart.parse(item)) && !('$ref' in schemaPart.parse(item)),
    );
    return [...undescribedEntries.map(([name]) => `${path}/${name}`), ...findUndescribed(child, `${path}/${key}`)];
  });
}

describe('every data file', () => {
  it.each(files)('%s refers editors to an existing JSON Schema', (file) => {
    const path = join(data, `${file}.yaml`);
    const schemaPath = relative(dirname(path), join(data, 'json-schema', `${file}.schema.json`));
    expect(readFileSync(path, 'utf8').split('\n', 1)[0]).toBe(`# yaml-language-server: $schema=${schemaPath}`);
    expect(buildJsonSchemas(projectModel()).keys()).toContain(`${file}.schema.json`);
  });
});

describe('every JSON Schema', () => {
  it.each(schemas)('%s is valid, describes every property, and allows no others', (_, schema) => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(findUndescribed(schema).filter((path) => !/\/(if|then|else|allOf)\//.test(path))).toEqual([]);
    const text = JSON.stringify(schema);
    const objects = text.match(/"type":"object"/g) ?? [];
    expect(text.match(/"additionalProperties":false/g) ?? []).toHaveLength(objects.length);
  });

  it('belongs to a data file or is shared by several', () => {
    const expected = [...files, 'common', 'gaps'].map((file) => `${file}.schema.json`);
    expect([...buildJsonSchemas(projectModel()).keys()].toSorted()).toEqual(expected.toSorted());
  });
});
