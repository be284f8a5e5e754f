import { Ajv, type ValidateFunction } from 'ajv';
import type { Model } from '../model/model.js';
import { buildJsonSchemas } from './json-schema/json-schemas.js';

const baseUri = 'json-schema:/';

const schemasByModel = new WeakMap<Model, DataValidators>();

/** The validators of the data files of a model, created on first use. */
export function getDataValidators(model: Model): DataValidators {
  const validators = schemasByModel.get(model) ?? new DataValidators(model);
  schemasByModel.set(model, validators);
  return validators;
}

/** The validators of the data files of a model. Each is compiled on first use. */
class DataValidators {
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strictRequired: false,
    strictTypes: false,
    code: { optimize: false },
  });

  constructor(model: Model) {
    this.#ajv.addFormat('date', isDate);
    for (const [name, schema] of buildJsonSchemas(model)) this.#ajv.addSchema(schema, baseUri + name);
  }

  /** The validator of one record of a list file, such as `company` or `relation/develops`. */
  getRecordValidator(file: string): ValidateFunction {
    return this.#validator(`${baseUri}${file}.schema.json#/items`);
  }

  /** The validator of a file as a whole, such as `dataset`. */
  getFileValidator(file: string): ValidateFunction {
    return this.#validator(`${baseUri}${file}.schema.json`);
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
