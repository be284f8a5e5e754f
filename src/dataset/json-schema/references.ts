import type { Model } from '../../model/model.js';
import { buildLineSchema, buildObjectSchema, type JsonSchema } from './texts.js';

const referenceSchema: JsonSchema = {
  description: 'A work that supports the record. It has a date, the day on which it was read, or both.',
  ...buildObjectSchema(
    {
      title: buildLineSchema('The title, as the work has it.', 300),
      publisher: buildLineSchema('Who published it: a site, a newspaper, a journal or an organization.', 200),
      url: {
        description: 'Its address, such as https://arxiv.org/abs/1706.03762.',
        type: 'string',
        pattern: '^https?://[^\\s]+$',
        maxLength: 500,
      },
      date: {
        description: 'The date of its publication: a year, a month or a day, such as 2022-04.',
        type: 'string',
        pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
      },
      retrievedOn: {
        description: 'The day on which it was read, such as 2026-11-29.',
        type: 'string',
        format: 'date',
      },
    },
    ['title', 'publisher', 'url'],
  ),
  if: { not: { required: ['date'] } },
  then: { description: 'a reference without a date needs the day on which it was read', required: ['retrievedOn'] },
};

/** The definitions of a reference and of a list of references. */
export const referenceDefinitions: Readonly<Record<string, JsonSchema>> = {
  reference: referenceSchema,
  references: {
    description: 'The works that support the record, without duplicates.',
    type: 'array',
    items: { $ref: '#/definitions/reference' },
    minItems: 1,
    uniqueItems: true,
  },
};

/** The schema of a statement about the value of one property. */
export function buildStatementSchema({ sections }: Model): JsonSchema {
  const names = [...(sections ? ['citations'] : []), 'basis', 'status', 'note', 'references'];
  const fields = names.map((name): [string, JsonSchema] => [name, { $ref: `#/definitions/${name}` }]);
  return {
    description: 'Where the value of a property comes from, and the result of its check.',
    ...buildObjectSchema(Object.fromEntries(fields), []),
    allOf: [{ $ref: '#/definitions/relationRules' }],
  };
}
