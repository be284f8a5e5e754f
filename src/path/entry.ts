import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compile/compilation.js';
import { compileColumns, compileEntityColumn, compileRelationColumn, type Entry } from '../compile/entry.js';
import { clamp, isPresent } from '../compile/page.js';
import type { SelectedField } from '../compile/selection.js';
import type { Value } from '../compile/value.js';
import { pathCountBounds } from '../shared/path-count.js';
import { pathLengthBounds } from '../shared/path-length.js';
import { excludedStatuses } from './excluded-statuses.js';
import type { PathShape } from './shortest-paths.js';
import { buildPathStatement } from './path-statement.js';

/** Maximum number of requests for one path in a batch. */
const maxBatchSize = 4;

type Args = Readonly<Record<string, unknown>>;

/** `paths`: the shortest paths between two entities. */
export const pathEntry: Entry = {
  sortColumn: 'place',
  query: (args) => buildPathStatement(shapeOf(args), includesLongerPaths(args)),
  parameters: ({ from, to, types, exclude, maxLength, first }) => ({
    from,
    to,
    types: types ?? null,
    exclude: exclude ?? excludedStatuses,
    maxLength: BigInt(clamp(maxLength, pathLengthBounds)),
    first: BigInt(clamp(first, pathCountBounds)),
  }),
  compileRow: compilePath,
  batching: (args) => (hasBoundedCost(args) ? { itemParameters: ['from', 'to'], maxSize: maxBatchSize } : undefined),
};

// The maximum length has only two values, so that few texts must be planned; planning for the larger one takes twice as
// long.
function shapeOf({ direction, types, ...args }: Args): PathShape {
  return {
    direction: direction === 'OUT' || direction === 'IN' ? direction : 'ANY',
    isRestrictedByType: isPresent(types),
    maxLength: isLongSearch(args) ? pathLengthBounds.max : pathLengthBounds.defaultValue,
  };
}

function includesLongerPaths({ first }: Args): boolean {
  return clamp(first, pathCountBounds) > 1;
}

function isLongSearch({ maxLength }: Args): boolean {
  return clamp(maxLength, pathLengthBounds) > pathLengthBounds.defaultValue;
}

// Other searches may visit all entities, so they are not batched: no request should wait for that of another.
function hasBoundedCost(args: Args): boolean {
  const { direction, isRestrictedByType } = shapeOf(args);
  return direction === 'ANY' && !isRestrictedByType && !isLongSearch(args) && !includesLongerPaths(args);
}

function compilePath(compilation: Compilation, root: SelectedField): Value {
  return compileColumns(root, {
    length: () => Cypher.size(new Cypher.NamedVariable('relations')),
    nodes: ({ selection }) => compileEntityColumn(compilation, selection, 'nodes'),
    relations: (field) => compileRelationColumn(compilation, field, 'relations'),
  });
}
