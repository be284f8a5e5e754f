import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { packageRoot } from '../paths.js';

/** The folder of the JSON Schemas that describe every data file, inside the project. */
const folder = join(packageRoot, 'data', 'json-schema');
const base = 'json-schema:/';

let shared: DataSchemas | undefined;

/** The JSON Schemas of the data files, read when first asked for. */
export function dataSchemas(): DataSchemas {
  shared ??= new DataSchemas();
  return shared;
}

/** The JSON Schemas of the data files; each part is compiled when first asked for. */
class DataSchemas {
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
    code: { optimize: false },
  });

  constructor() {
    this.#ajv.addFormat('date', isDate);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.json')) continue;
      this.#ajv.addSchema(readSchema(name), base + name.replaceAll('\\', '/'));
    }
  }

  /** The check of one record of a list file, such as `company` or `relation/develops`. */
  ofRecord(file: string): ValidateFunction {
    return this.#validator(`${base}${file}.schema.json#/items`);
  }

  /** The check of a whole file, such as `dataset`. */
  ofFile(file: string): ValidateFunction {
    return this.#validator(`${base}${file}.schema.json`);
  }

  #validator(reference: string): ValidateFunction {
    const validate = this.#ajv.getSchema(reference);
    if (validate === undefined) throw new Error(`There is no JSON Schema ${reference}.`);
    return validate;
  }
}

function readSchema(name: string): object {
  const schema: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is no JSON Schema.`);
  return schema;
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
}
