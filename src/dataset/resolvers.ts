import { noDataError } from '../errors.js';
import type { PartialResolvers } from '../execute/partial-resolvers.js';
import { localize } from '../execute/resolvers.js';
import type { Model } from '../model/model.js';
import type { DatasetRow } from './dataset-row.js';
import { buildDatasetStatement } from './dataset-statement.js';

/** Resolvers of the loaded dataset. */
export function datasetResolvers(model: Model) {
  const statement = buildDatasetStatement(model);
  return {
    Query: {
      dataset: async (_root, _args, context) => {
        const row = await context.readStatement<DatasetRow | undefined>(statement);
        if (!row) throw noDataError();
        return row;
      },
    },
    Dataset: {
      // The row always holds both languages, so its texts need a resolver even without `lang`.
      title: ({ title }, { lang }) => localize(title, lang) ?? '',
      writtenOnNote: ({ writtenOnNote }, { lang }) => localize(writtenOnNote, lang),
    },
  } satisfies PartialResolvers;
}
