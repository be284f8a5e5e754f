import { join } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { expandModel } from './src/model/expand/expand-model.js';
import { readBaseFiles, readModel } from './src/model/read-model.js';
import { packageRoot } from './src/paths.js';

const model = readModel(join(packageRoot, 'schema'), 'schema');

/** The resolvers of each type receive the row that the compiled statement returns for it. */
const modelRows = model.types.flatMap(({ name }) =>
  ['', 'Connection', 'Edge'].map((part): [string, string] => [`${name}${part}`, `./resolvers.js#${name}${part}Row`]),
);

const config: CodegenConfig = {
  schema: expandModel(model, readBaseFiles()),
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../execute/context.js#Context',
        mappers: {
          ...Object.fromEntries(modelRows),
          Entity: '../execute/rows.js#EntityRow',
          EntityConnection: '../execute/rows.js#EntityConnectionRow',
          EntityEdge: '../execute/rows.js#EntityEdgeRow',
          Relation: '../execute/rows.js#RelationRow',
          RelationConnection: '../execute/rows.js#RelationConnectionRow',
          RelationEdge: '../execute/rows.js#RelationEdgeRow',
          Node: '../execute/rows.js#NodeRow',
          Citation: './resolvers.js#CitationRow',
          PropertyStatement: '../execute/rows.js#PropertyStatementRow',
          Dataset: '../dataset/dataset-row.js#DatasetRow',
          // Values that depend on the model at run time.
          EntityType: 'string',
          RelationType: 'string',
          ModelShape: 'string',
          ViewKind: 'string',
          Group: '../execute/rows.js#GroupRow',
          Graph: '../graph/record.js#GraphRow',
          Model: '../model/resolvers.js#ModelRow',
          ModelType: '../model/model.js#EntityTypeModel',
          ModelField: '../model/model.js#FieldModel',
          ModelValue: '../model/model.js#EnumValueModel',
          ModelRelationType: '../model/model.js#RelationTypeModel',
          ModelPair: '../model/model.js#Pair',
          ModelView: '../model/model.js#ViewModel',
          Path: '../execute/rows.js#PathRow',
          SimilarEntity: '../execute/rows.js#SimilarEntityRow',
          SearchConnection: '../search/record.js#SearchConnectionRow',
          SearchEdge: '../search/record.js#SearchEdgeRow',
          Suggestion: '../search/record.js#SuggestionRow',
          Resolution: '../search/record.js#ResolutionRow',
        },
        avoidOptionals: { field: true, query: true },
        enumsAsTypes: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: { ID: 'string', JSON: 'unknown' },
        useTypeImports: true,
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
      },
    },
    'src/generated/resolvers.ts': { plugins: ['./scripts/codegen/resolvers-plugin.ts'] },
  },
};

export default config;
