import type { Model } from '../../model/model.js';
import { buildLineSchema, buildLocalizedTextSchema, buildObjectSchema, type JsonSchema } from './texts.js';

/** The schema of the file that describes the dataset. */
export function buildDatasetSchema(model: Model): JsonSchema {
  const fields = buildRequiredFields(model);
  return {
    title: 'Dataset',
    description: 'The title, version and source of the dataset.',
    ...buildObjectSchema({ ...fields, ...buildOptionalFields(model) }, Object.keys(fields)),
  };
}

function buildRequiredFields(model: Model): Record<string, JsonSchema> {
  return {
    title: buildLocalizedTextSchema(model, {
      description: 'The title of the dataset, in every language of the model.',
      en: 'The title in English.',
      zh: 'The title in Chinese.',
      isComplete: true,
    }),
    version: {
      description: 'The version of the data as major.minor.patch; increment it with every published change.',
      type: 'string',
      pattern: '^\\d+\\.\\d+\\.\\d+$',
    },
    source: buildLineSchema('The source article: its title, followed by its author or site.', 500),
    publishedOn: {
      description: 'The date of publication that the copy of the article bears, such as 2025-01-03.',
      type: 'string',
      format: 'date',
    },
  };
}

function buildOptionalFields(model: Model): Record<string, JsonSchema> {
  return {
    writtenOn: {
      description: 'When the article was written, as far as it is known: a year, a month or a day, such as 2023-05.',
      type: 'string',
      pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
    },
    writtenOnNote: buildLocalizedTextSchema(model, {
      description: 'How `writtenOn` is known, and how certain it is.',
      en: 'The explanation in English.',
      zh: 'The explanation in Chinese.',
      maxLength: 1000,
    }),
  };
}
