import { distinctValues } from '../compile/all-values.js';
import { clamp } from '../compile/page.js';
import type { Entry } from '../compile/entry.js';
import { labelsOf } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { walkLength } from '../shared/walk-length.js';
import { excludedStatuses } from '../path/excluded-statuses.js';
import { betweenStatement } from './between-statement.js';
import { graphRow } from './graph-row.js';
import { neighborhoodStatement } from './neighborhood-statement.js';

const nodeLimit = { min: 0, max: 10_000, defaultValue: 500 };

const depth = { min: 0, max: 4, defaultValue: 1 };

/** Maximum number of ids of `neighborhood`. */
const maxSeeds = 100;

/** Maximum number of ids of `between`, because each pair of them is connected. */
const maxEnds = 20;

/** Maximum number of shortest paths between a pair. */
const maxWalks = 100;

/** The batch size of small neighborhoods, and the ids, depth and limit up to which one is small. */
const near = { batchSize: 4, ids: 10, depth: 2, limit: 500 };

/** `neighborhood`: the graph around some entities. */
export const neighborhoodEntry = (model: Model): Entry => ({
  start: (args) => {
    const relations = clamp(args['depth'], depth);
    return { shape: `depth ${relations}`, write: () => neighborhoodStatement(relations) };
  },
  parameters: (args) => ({
    ids: distinctValues('ids', args['ids'], maxSeeds),
    types: args['types'] ?? null,
    labels: labelsOf(model, args['entityTypes']),
    limit: BigInt(clamp(args['limit'], nodeLimit)),
  }),
  row: graphRow,
  batching: (args) => ({ own: ['ids'], maxSize: isNear(args) ? near.batchSize : 0 }),
});

/** `between`: the shortest paths that connect some entities. */
export const betweenEntry: Entry = {
  start: () => ({ shape: '', write: betweenStatement }),
  parameters: ({ ids, maxLength }) => ({
    ids: distinctValues('ids', ids, maxEnds),
    maxLength: BigInt(clamp(maxLength, walkLength)),
    exclude: excludedStatuses,
    first: BigInt(maxWalks + 1),
  }),
  row: graphRow,
};

/** `graph`: the graph, or its subgraph of some types. */
export const graphEntry = (model: Model): Entry => ({
  start: 'graph/read-graph',
  parameters: (args) => ({
    labels: labelsOf(model, args['entityTypes']) ?? model.types.map(({ name }) => name),
    types: args['types'] ?? null,
    limit: BigInt(clamp(args['limit'], nodeLimit)),
  }),
  row: graphRow,
});

function isNear({ ids, ...args }: Readonly<Record<string, unknown>>): boolean {
  const isFew = Array.isArray(ids) && ids.length <= near.ids;
  return isFew && clamp(args['depth'], depth) <= near.depth && clamp(args['limit'], nodeLimit) <= near.limit;
}
