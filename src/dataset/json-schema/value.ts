import type { EnumModel, Model, ValueField } from '../../model/model.js';
import { lineOf, localizedText, type JsonSchema } from './texts.js';

/** The range of a GraphQL Int. */
const minInt = -(2 ** 31);
const maxInt = 2 ** 31 - 1;

/** The maximum length of a text, in characters. */
const maxLength = 200;

/** The schema of a field of a type in a data file. */
export function valueSchema(model: Model, field: ValueField): JsonSchema {
  const { scalar, values, min, max } = field;
  const description = field.isRequired ? field.description : `${field.description} Omit it instead of writing null.`;
  if (values !== undefined) return enumSchema(description, values);
  switch (scalar) {
    case 'Int':
      return { description, type: 'integer', minimum: min ?? minInt, maximum: max ?? maxInt };
    case 'Float':
      return { description, type: 'number', ...bound('minimum', min), ...bound('maximum', max) };
    case 'Boolean':
      return { description, type: 'boolean' };
    default:
      return field.isLocalized
        ? localizedText(model, { description, en: 'In English.', zh: 'In Chinese.', maxLength })
        : lineOf(`${description} One line without leading or trailing space.`, maxLength);
  }
}

function enumSchema(description: string, { values }: EnumModel): JsonSchema {
  const named = values.map((value) => `${value.name}: ${value.description}`);
  return { description: [description, ...named].join(' '), enum: values.map(({ name }) => name) };
}

function bound(name: string, limit: number | undefined): JsonSchema {
  return limit === undefined ? {} : { [name]: limit };
}
