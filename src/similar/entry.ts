import Cypher from '@neo4j/cypher-builder';
import { clamp } from '../compile/page.js';
import type { Compilation } from '../compile/compilation.js';
import { compileEntityColumn, type Entry } from '../compile/entry.js';
import { fieldsOf, type SelectedField } from '../compile/selection.js';
import { row, type Value } from '../compile/value.js';
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
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) {
    if (field.name === 'score') values['score'] = new Cypher.NamedVariable('score');
    if (field.name === 'entity')
      values['entity'] = compilation.compileEntity(field.selection, new Cypher.NamedVariable('entity'));
    if (field.name === 'shared') values['shared'] = compileEntityColumn(compilation, field.selection, 'shared');
  }
  return row(values);
}
