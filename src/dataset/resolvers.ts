import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { requiredText } from '../read/localized.js';
import type { DatasetRow } from './dataset-row.js';

/** Resolvers of the dataset concept. */
export const datasetResolvers = {
  Query: { dataset: (_root, _args, context) => context.readFile<DatasetRow>('dataset/read-dataset') },
  Dataset: {
    title: requiredText('title'),
    version: ({ version }) => version,
    hash: ({ hash }) => hash,
    source: ({ source }) => source,
    publishedOn: ({ publishedOn }) => publishedOn,
    nodeCount: ({ nodeCount }) => nodeCount,
    linkCount: ({ linkCount }) => linkCount,
    types: ({ types }) => types,
  },
  TypeCount: { type: ({ type }) => type, count: ({ count }) => count },
} satisfies ConceptResolvers<'dataset', 'Dataset' | 'TypeCount'>;
