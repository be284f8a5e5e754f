import { stored } from '../read/resolvers.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { inLanguage } from '../read/localized.js';
import type { DatasetRow } from './dataset-row.js';

/** Resolvers of the dataset concept. */
export const datasetResolvers = {
  Query: { dataset: (_root, _args, context) => context.readFile<DatasetRow>('dataset/read-dataset') },
  Dataset: {
    // Not read off its row, which holds both languages whether one is asked for or not.
    title: ({ title }, { lang }) => inLanguage(title, lang) ?? '',
    version: stored('version'),
    hash: stored('hash'),
    source: stored('source'),
    publishedOn: stored('publishedOn'),
    nodeCount: stored('nodeCount'),
    linkCount: stored('linkCount'),
    types: stored('types'),
  },
  TypeCount: { type: ({ type }) => type, count: ({ count }) => count },
} satisfies ConceptResolvers<'dataset', 'Dataset' | 'TypeCount'>;
