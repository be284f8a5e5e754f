import type { EnumModel, Model, ValueField } from '../../model/model.js';
import { buildLineSchema, buildLocalizedTextSchema, type JsonSchema } from './texts.js';

/** The range of a GraphQL Int. */
const minInt = -(2 ** 31);
const maxInt = 2 ** 31 - 1;

/** The maximum length of a text, in characters. */
const maxLength = 200;

/** The schema of a field of a type in a data file. */
export function buildValueSchema(model: Model, field: ValueField): JsonSchema {
  const { scalar, values, min, max } = field;
  const description = field.isRequired ? field.description : `${field.description} Omit it instead of writing null.`;
  if (values !== undefined) return buildEnumSchema(description, values);
  switch (scalar) {
    case 'Int':
      return { description, type: 'integer', minimum: min ?? minInt, maximum: max ?? maxInt };
    case 'Float':
      return { description, type: 'number', ...buildLimit('minimum', min), ...buildLimit('maximum', max) };
    case 'Boolean':
      return { description, type: 'boolean' };
    default:
      if (field.isDate) return { description, type: 'string', format: 'date' };
      return field.isLocalized
        ? buildLocalizedTextSchema(model, { description, en: 'In English.', zh: 'In Chinese.', maxLength })
        : buildLineSchema(`${description} One line without leading or trailing space.`, maxLength);
  }
}

function buildEnumSchema(description: string, { values }: EnumModel): JsonSchema {
  const valueDescriptions = values.map((value) => `${value.name}: ${value.description}`);
  return { description: [description, ...valueDescriptions].join(' '), enum: values.map(({ name }) => name) };
}

function buildLimit(name: string, limit: number | undefined): JsonSchema {
  return limit === undefined ? {} : { [name]: limit };
}
