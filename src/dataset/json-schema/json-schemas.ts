import type { Model } from '../../model/model.js';
import { datasetFile } from '../data-files.js';
import { buildCommonSchema } from './shared-parts.js';
import { buildEntitiesSchema, buildRelationsSchema } from './records.js';
import { buildLineSchema, buildLocalizedTextSchema, buildObjectSchema, type JsonSchema } from './texts.js';

/** Builds the JSON Schemas of a model's data files, by schema file name. */
export function buildJsonSchemas(model: Model): ReadonlyMap<string, JsonSchema> {
  const schemas: readonly (readonly [file: string, schema: JsonSchema])[] = [
    ['common', buildCommonSchema(model)],
    [datasetFile, buildDatasetSchema(model)],
    ...model.types.map((type) => [type.file, buildEntitiesSchema(model, type)] as const),
    ...model.relationTypes.map((type) => [type.file, buildRelationsSchema(model, type)] as const),
  ];
  return new Map(schemas.map(([file, schema]) => [`${file}.schema.json`, schema]));
}

function buildDatasetSchema(model: Model): JsonSchema {
  const fields = {
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
  const optionalFields = {
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
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Dataset',
    description: 'The title, version and source of the dataset.',
    ...buildObjectSchema({ ...fields, ...optionalFields }, Object.keys(fields)),
  };
}
