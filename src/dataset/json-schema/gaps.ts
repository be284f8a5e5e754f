import { buildLineSchema, buildObjectSchema, type JsonSchema } from './texts.js';

/** The schema of the file with the names in the article that the graph leaves out on purpose. */
export const gapsSchema: JsonSchema = {
  title: 'Gaps',
  description: 'The names in the article that the graph leaves out on purpose; `coverage` accepts them.',
  type: 'array',
  items: buildObjectSchema(
    {
      term: buildLineSchema('The name, as the article writes it.', 100),
      citations: { $ref: 'common.schema.json#/definitions/citations' },
      reason: buildLineSchema('Why the graph leaves it out.', 500),
    },
    ['term', 'reason'],
  ),
};
