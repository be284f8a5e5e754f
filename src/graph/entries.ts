import { readDistinctListArgument } from '../compile/list-argument.js';
import { clamp } from '../compile/page.js';
import type { Entry } from '../compile/entry.js';
import { labelsOf } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { graphLimitBounds } from '../shared/graph-limit.js';
import { pathLengthBounds } from '../shared/path-length.js';
import { excludedStatuses } from '../path/excluded-statuses.js';
import { buildBetweenStatement } from './between-statement.js';
import { compileGraph } from './graph-row.js';
import { buildNeighborhoodStatement } from './neighborhood-statement.js';

const depthBounds = { min: 0, max: 4, defaultValue: 1 };

/** Maximum number of ids of `neighborhood`. */
const maxNeighborhoodIds = 100;

/** Maximum number of ids of `between`, because each pair of them is connected. */
const maxBetweenIds = 20;

/** Maximum number of shortest paths between a pair. */
const maxPathsPerPair = 100;

/** The batch size of small neighborhoods, and the ids, depth and limit up to which one is small. */
const smallNeighborhood = { batchSize: 4, ids: 10, depth: 2, limit: 500 };

/** `neighborhood`: the graph around some entities. */
export const neighborhoodEntry = (model: Model): Entry => ({
  query: ({ depth }) => buildNeighborhoodStatement(clamp(depth, depthBounds)),
  parameters: (args) => ({
    ids: readDistinctListArgument('ids', args['ids'], maxNeighborhoodIds),
    types: args['types'] ?? null,
    exclude: args['exclude'] ?? excludedStatuses,
    labels: labelsOf(model, args['entityTypes']),
    limit: BigInt(clamp(args['limit'], graphLimitBounds)),
  }),
  compileRow: compileGraph,
  batching: (args) => ({
    itemParameters: ['ids'],
    maxSize: isSmallNeighborhood(args) ? smallNeighborhood.batchSize : 0,
  }),
});

/** `between`: the shortest paths that connect some entities. */
export const betweenEntry: Entry = {
  query: buildBetweenStatement,
  parameters: ({ ids, maxLength }) => ({
    ids: readDistinctListArgument('ids', ids, maxBetweenIds),
    maxLength: BigInt(clamp(maxLength, pathLengthBounds)),
    exclude: excludedStatuses,
    first: BigInt(maxPathsPerPair + 1),
  }),
  compileRow: compileGraph,
};

/** `graph`: the graph, or its subgraph of some types. */
export const graphEntry = (model: Model): Entry => ({
  query: 'graph/read-graph',
  parameters: (args) => ({
    labels: labelsOf(model, args['entityTypes']) ?? model.types.map(({ name }) => name),
    types: args['types'] ?? null,
    limit: BigInt(clamp(args['limit'], graphLimitBounds)),
  }),
  compileRow: compileGraph,
});

function isSmallNeighborhood({ ids, ...args }: Readonly<Record<string, unknown>>): boolean {
  const hasFewIds = Array.isArray(ids) && ids.length <= smallNeighborhood.ids;
  return (
    hasFewIds &&
    clamp(args['depth'], depthBounds) <= smallNeighborhood.depth &&
    clamp(args['limit'], graphLimitBounds) <= smallNeighborhood.limit
  );
}
