import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { jsonSchemas } from '../src/dataset/json-schema/json-schemas.js';
import type { Model } from '../src/model/model.js';
import { packageRoot } from '../src/paths.js';
import { recordTypes } from './record-types.js';

const schemaFolder = 'json-schema';

/** Writes the JSON Schemas and the TypeScript types of a model's data files to the data directory. */
export async function writeDataSchemas(model: Model, folder: string): Promise<void> {
  const files = await filesOf(model);
  rmSync(join(folder, schemaFolder), { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The generated files in the data directory that are missing, superfluous or out of date. */
export async function staleDataSchemas(model: Model, folder: string): Promise<string[]> {
  const files = await filesOf(model);
  const present = readdirSync(join(folder, schemaFolder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${schemaFolder}/${name.replaceAll('\\', '/')}`);
  return [
    ...[...files].filter(([name, text]) => textAt(join(folder, name)) !== text).map(([name]) => name),
    ...present.filter((name) => !files.has(name)),
  ];
}

/** The contents of all generated files, formatted with Prettier. */
async function filesOf(model: Model): Promise<ReadonlyMap<string, string>> {
  const schemas = [...jsonSchemas(model)].map(
    ([name, schema]) => [`${schemaFolder}/${name}`, JSON.stringify(schema, null, 2)] as const,
  );
  const texts = [...schemas, ['records.ts', recordTypes(model)] as const];
  return new Map(
    await Promise.all(
      texts.map(async ([name, text]) => {
        const filepath = join(packageRoot, 'data', name);
        return [name, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
      }),
    ),
  );
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
