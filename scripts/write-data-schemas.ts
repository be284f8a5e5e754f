import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { buildJsonSchemas } from '../src/dataset/json-schema/json-schemas.js';
import type { Model } from '../src/model/model.js';
import { packageRoot } from '../src/paths.js';
import { printRecordTypes } from './record-types.js';

const schemaDirectory = 'json-schema';

/** Writes the JSON Schemas and the TypeScript types of a model's data files to the data directory. */
export async function writeDataSchemas(model: Model, directory: string): Promise<void> {
  const files = await generateFiles(model);
  rmSync(join(directory, schemaDirectory), { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

/** The generated files in the data directory that are missing, superfluous or out of date. */
export async function staleDataSchemas(model: Model, directory: string): Promise<string[]> {
  const files = await generateFiles(model);
  const existingFiles = readdirSync(join(directory, schemaDirectory), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${schemaDirectory}/${name.replaceAll('\\', '/')}`);
  return [
    ...[...files].filter(([name, text]) => readText(join(directory, name)) !== text).map(([name]) => name),
    ...existingFiles.filter((name) => !files.has(name)),
  ];
}

/** The contents of all generated files, formatted with Prettier. */
async function generateFiles(model: Model): Promise<ReadonlyMap<string, string>> {
  const schemas = [...buildJsonSchemas(model)].map(
    ([name, schema]) => [`${schemaDirectory}/${name}`, JSON.stringify(schema, null, 2)] as const,
  );
  const texts = [...schemas, ['records.ts', printRecordTypes(model)] as const];
  return new Map(
    await Promise.all(
      texts.map(async ([name, text]) => {
        const filepath = join(packageRoot, 'data', name);
        return [name, await format(text, { ...(await resolveConfig(filepath)), filepath })] as const;
      }),
    ),
  );
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
