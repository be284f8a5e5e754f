import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { entityRows, relationRows, type Entry } from '../compile/entry.js';
import { clamp, isPresent } from '../compile/page.js';
import { fieldsOf, type SelectedField } from '../compile/selection.js';
import { row, type Value } from '../compile/value.js';
import { walkCount } from '../shared/walk-count.js';
import { walkLength } from '../shared/walk-length.js';
import { excludedStatuses } from './excluded-statuses.js';
import type { WalkShape } from './shortest-walks.js';
import { walkStatement } from './walk-statement.js';

/** Maximum number of requests for one path in a batch. */
const maxBatchSize = 4;

type Args = Readonly<Record<string, unknown>>;

/** `paths`: the shortest paths between two entities. */
export const pathEntry: Entry = {
  sortedBy: 'place',
  start: (args) => {
    const shape = shapeOf(args);
    const isSeveral = hasSeveral(args);
    return { shape: JSON.stringify([shape, isSeveral]), write: () => walkStatement(shape, isSeveral) };
  },
  parameters: ({ from, to, types, exclude, maxLength, first }) => ({
    from,
    to,
    types: types ?? null,
    exclude: exclude ?? excludedStatuses,
    maxLength: BigInt(clamp(maxLength, walkLength)),
    first: BigInt(clamp(first, walkCount)),
  }),
  row: pathRow,
  batching: (args) => (isBounded(args) ? { own: ['from', 'to'], maxSize: maxBatchSize } : undefined),
};

// The maximum length has only two values, so that few texts must be planned; planning for the larger one takes twice as
// long.
function shapeOf({ direction, types, ...args }: Args): WalkShape {
  return {
    direction: direction === 'OUT' || direction === 'IN' ? direction : 'ANY',
    isTyped: isPresent(types),
    maxLength: isLong(args) ? walkLength.max : walkLength.defaultValue,
  };
}

function hasSeveral({ first }: Args): boolean {
  return clamp(first, walkCount) > 1;
}

function isLong({ maxLength }: Args): boolean {
  return clamp(maxLength, walkLength) > walkLength.defaultValue;
}

// Other searches may visit all entities, so they are not batched: no request should wait for that of another.
function isBounded(args: Args): boolean {
  const { direction, isTyped } = shapeOf(args);
  return direction === 'ANY' && !isTyped && !isLong(args) && !hasSeveral(args);
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
