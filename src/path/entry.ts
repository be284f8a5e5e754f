import Cypher from '@neo4j/cypher-builder';
import { clamp } from '../compile/clamp.js';
import type { Compilation } from '../compile/compilation.js';
import { entityRows, relationRows, type Entry } from '../compile/entry.js';
import { given } from '../compile/page.js';
import { fieldsOf, type SelectedField } from '../compile/selection.js';
import { row, verbatim, type Value } from '../compile/value.js';
import { wordingOf } from '../compile/wording.js';
import { walkLength } from '../shared/walk-length.js';

const walkCount = { least: 0, most: 25, otherwise: 1 };

/** Statuses that are not walked unless the client says otherwise. */
const excludedStatuses: readonly string[] = ['REFUTED'];

/**
 * `paths`: one walk is found by a shorter statement than several, and by the shortest where directions and types do not
 * count; long walks take a longer one.
 */
export const pathEntry: Entry = {
  sortedBy: 'place',
  file({ first, direction, types, maxLength }) {
    if (clamp(first, walkCount) > 1) {
      return clamp(maxLength, walkLength) > walkLength.otherwise ? 'path/find-long-walks' : 'path/find-walks';
    }
    if (direction !== 'ANY') return 'path/find-directed-walk';
    return given(types) ? 'path/find-typed-walk' : 'path/find-one-walk';
  },
  parameters: ({ from, to, types, direction, exclude, maxLength, first }) => ({
    from,
    to,
    types: types ?? null,
    direction,
    exclude: exclude ?? excludedStatuses,
    maxLength: BigInt(clamp(maxLength, walkLength)),
    first: BigInt(clamp(first, walkCount)),
  }),
  row: pathRow,
};

function pathRow(compilation: Compilation, root: SelectedField): Value {
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) {
    if (field.name === 'length') values['length'] = verbatim(Cypher.size(new Cypher.NamedVariable('relations')));
    if (field.name === 'nodes') values['nodes'] = entityRows(compilation, field.selection, 'nodes');
    if (field.name === 'relations') values['relations'] = relationRows(compilation, field, 'relations');
  }
  return row(values, wordingOf(fieldsOf(root.selection), 'Path'));
}
