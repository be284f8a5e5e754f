import type { Model } from '../../model/model.js';
import { datasetFile, gapsFile } from '../data-files.js';
import { buildCommonSchema } from './shared-parts.js';
import { buildEntitiesSchema, buildRelationsSchema } from './records.js';
import { buildDatasetSchema } from './dataset.js';
import { gapsSchema } from './gaps.js';
import type { JsonSchema } from './texts.js';

/** Builds the JSON Schemas of a model's data files, by schema file name. */
export function buildJsonSchemas(model: Model): ReadonlyMap<string, JsonSchema> {
  const schemas: readonly (readonly [file: string, schema: JsonSchema])[] = [
    ['common', buildCommonSchema(model)],
    [datasetFile, buildDatasetSchema(model)],
    ...(model.sections ? [[gapsFile, gapsSchema] as const] : []),
    ...model.types.map((type) => [type.file, buildEntitiesSchema(model, type)] as const),
    ...model.relationTypes.map((type) => [type.file, buildRelationsSchema(model, type)] as const),
  ];
  const $schema = 'http://json-schema.org/draft-07/schema#';
  return new Map(schemas.map(([file, schema]) => [`${file}.schema.json`, { $schema, ...schema }]));
}
