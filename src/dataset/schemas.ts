import { Ajv, type ValidateFunction } from 'ajv';
import type { Model } from '../model/model.js';
import { jsonSchemas } from './json-schema/json-schemas.js';

const base = 'json-schema:/';

const known = new WeakMap<Model, DataSchemas>();

/** The validators of the data files of a model, created on first use. */
export function dataSchemas(model: Model): DataSchemas {
  const schemas = known.get(model) ?? new DataSchemas(model);
  known.set(model, schemas);
  return schemas;
}

/** The validators of the data files of a model. Each is compiled on first use. */
class DataSchemas {
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
    code: { optimize: false },
  });

  constructor(model: Model) {
    this.#ajv.addFormat('date', isDate);
    for (const [name, schema] of jsonSchemas(model)) this.#ajv.addSchema(schema, base + name);
  }

  /** The validator of one record of a list file, such as `company` or `relation/develops`. */
  ofRecord(file: string): ValidateFunction {
    return this.#validator(`${base}${file}.schema.json#/items`);
  }

  /** The validator of a file as a whole, such as `dataset`. */
  ofFile(file: string): ValidateFunction {
    return this.#validator(`${base}${file}.schema.json`);
  }

  #validator(reference: string): ValidateFunction {
    const validate = this.#ajv.getSchema(reference);
    if (validate === undefined) throw new Error(`There is no JSON Schema ${reference}.`);
    return validate;
  }
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
}
