import type { Model } from '../../model/model.js';
import { datasetFile } from '../data-files.js';
import { commonSchema } from './shared-parts.js';
import { entitiesSchema, relationsSchema } from './records.js';
import { lineOf, localizedText, objectOf, type JsonSchema } from './texts.js';

/** The JSON Schemas of the data files of a model, by the names of the files that hold them. */
export function jsonSchemas(model: Model): ReadonlyMap<string, JsonSchema> {
  const schemas: readonly (readonly [file: string, schema: JsonSchema])[] = [
    ['common', commonSchema(model)],
    [datasetFile, datasetSchema(model)],
    ...model.types.map((type) => [type.file, entitiesSchema(model, type)] as const),
    ...model.relationTypes.map((type) => [type.file, relationsSchema(model, type)] as const),
  ];
  return new Map(schemas.map(([file, schema]) => [`${file}.schema.json`, schema]));
}

function datasetSchema(model: Model): JsonSchema {
  const fields = {
    title: localizedText(model, {
      description: 'The title of the dataset in every language.',
      en: 'The title in English.',
      zh: 'The title in Chinese.',
      isComplete: true,
    }),
    version: {
      description: 'The version of the data as major.minor.patch; raise it with every change that is published.',
      type: 'string',
      pattern: '^\\d+\\.\\d+\\.\\d+$',
    },
    source: lineOf('The article: its title, author or site.', 500),
    publishedOn: {
      description: 'The day the article was published: 2025-01-03.',
      type: 'string',
      format: 'date',
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Dataset',
    description: 'What the dataset as a whole is.',
    ...objectOf(fields, Object.keys(fields)),
  };
}
