import type { PartialResolvers } from '../execute/partial-resolvers.js';
import { inLanguage } from '../execute/resolvers.js';
import type { DatasetRow } from './dataset-row.js';

/** Resolvers of the dataset concept. */
export const datasetResolvers = {
  Query: { dataset: (_root, _args, context) => context.readFile<DatasetRow>('dataset/read-dataset') },
  Dataset: {
    // Not read off its row, which holds both languages whether one is asked for or not.
    title: ({ title }, { lang }) => inLanguage(title, lang) ?? '',
  },
} satisfies PartialResolvers;
