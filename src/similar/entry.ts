import Cypher from '@neo4j/cypher-builder';
import { clamp } from '../compile/page.js';
import type { Compilation } from '../compile/compilation.js';
import { compileColumns, compileEntityColumn, type Entry } from '../compile/entry.js';
import type { SelectedField } from '../compile/selection.js';
import type { Value } from '../compile/value.js';
import { excludedStatuses } from '../path/excluded-statuses.js';

const countBounds = { min: 0, max: 100, defaultValue: 10 };

/** `similar`: entities of the same type, ranked by shared neighbors. */
export const similarEntry: Entry = {
  sortColumn: 'place',
  query: 'similar/find-similar',
  parameters: ({ id, exclude, first }) => ({
    id,
    exclude: exclude ?? excludedStatuses,
    first: BigInt(clamp(first, countBounds)),
  }),
  compileRow: compileSimilar,
};

function compileSimilar(compilation: Compilation, root: SelectedField): Value {
  return compileColumns(root, {
    score: () => new Cypher.NamedVariable('score'),
    entity: ({ selection }) => compilation.compileEntity(selection, new Cypher.NamedVariable('entity')),
    shared: ({ selection }) => compileEntityColumn(compilation, selection, 'shared'),
  });
}
