import type { CodegenConfig } from '@graphql-codegen/cli';

const concepts = [
  'Company',
  'Tool',
  'Domain',
  'Region',
  'Tier',
  'Segment',
  'Technique',
  'Stage',
  'Industry',
  'Statistic',
  'Opportunity',
  'Challenge',
  'Trend',
  'Section',
  'Entity',
  'Relation',
];

/** Each type's resolvers receive the row that the compiled statement returns for it. */
const rowOf = (type: string): [string, string][] =>
  ['', 'Connection', 'Edge'].map((part) => [`${type}${part}`, `../${type.toLowerCase()}/record.js#${type}${part}Row`]);

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        contextType: '../execute/context.js#Context',
        mappers: {
          ...Object.fromEntries(concepts.flatMap(rowOf)),
          Node: '../node/record.js#NodeRow',
          Citation: '../citation/record.js#CitationRow',
          Dataset: '../dataset/dataset-row.js#DatasetRow',
          Group: '../connection/record.js#GroupRow',
          Graph: '../graph/record.js#GraphRow',
          Path: '../path/record.js#PathRow',
          SimilarEntity: '../similar/record.js#SimilarEntityRow',
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
  },
};

export default config;
