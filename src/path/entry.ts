import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { entityRows, relationRows, type Entry } from '../compile/entry.js';
import { clamp, isPresent } from '../compile/page.js';
import { fieldsOf, type SelectedField } from '../compile/selection.js';
import { row, type Value } from '../compile/value.js';
import { walkCount } from '../shared/walk-count.js';
import { walkLength } from '../shared/walk-length.js';

/** Statuses that are not walked unless the client says otherwise. */
const excludedStatuses: readonly string[] = ['REFUTED'];

type Args = Readonly<Record<string, unknown>>;

/** The file that finds one walk by relations of all types. */
const oneWalk = 'path/find-one-walk';

/** How many requests for one walk may share a statement. */
const maxWalksBatchSize = 4;

/**
 * `paths`: one walk is found by a shorter statement than several, and by the shortest where directions and types do not
 * count; long walks take a longer one.
 */
export const pathEntry: Entry = {
  sortedBy: 'place',
  file: walkFile,
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
  batching: (args) => (walkFile(args) === oneWalk ? { own: ['from', 'to'], maxSize: batchSize(args) } : undefined),
};

function walkFile({ first, direction, types, maxLength }: Args): string {
  if (clamp(first, walkCount) > 1) {
    return clamp(maxLength, walkLength) > walkLength.otherwise ? 'path/find-long-walks' : 'path/find-walks';
  }
  if (direction !== 'ANY') return 'path/find-directed-walk';
  return isPresent(types) ? 'path/find-typed-walk' : oneWalk;
}

// A long walk may be looked for among all entities, and nobody is to wait for one of another request.
function batchSize({ maxLength }: Args): number {
  return clamp(maxLength, walkLength) <= walkLength.otherwise ? maxWalksBatchSize : 0;
}

function pathRow(compilation: Compilation, root: SelectedField): Value {
  const values: Record<string, Value | Cypher.Expr> = {};
  for (const field of fieldsOf(root.selection)) {
    if (field.name === 'length') values['length'] = Cypher.size(new Cypher.NamedVariable('relations'));
    if (field.name === 'nodes') values['nodes'] = entityRows(compilation, field.selection, 'nodes');
    if (field.name === 'relations') values['relations'] = relationRows(compilation, field, 'relations');
  }
  return row(values);
}
