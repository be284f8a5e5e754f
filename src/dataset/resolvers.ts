import type { PartialResolvers } from '../execute/partial-resolvers.js';
import { inLanguage } from '../execute/resolvers.js';
import type { Model } from '../model/model.js';
import type { DatasetRow } from './dataset-row.js';
import { datasetStatement } from './dataset-statement.js';

/** Resolvers of what is loaded. */
export function datasetResolvers(model: Model) {
  const statement = datasetStatement(model);
  return {
    Query: { dataset: (_root, _args, context) => context.readStatement<DatasetRow>(statement) },
    Dataset: {
      // Not read off its row, which holds both languages whether one is asked for or not.
      title: ({ title }, { lang }) => inLanguage(title, lang) ?? '',
    },
  } satisfies PartialResolvers;
}
