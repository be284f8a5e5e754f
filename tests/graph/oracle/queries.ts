import fc from 'fast-check';
import { singleSource } from 'graphology-shortest-path/unweighted.js';
import type { Api } from '../../setup/api.js';
import type { FilesGraph } from './files-graph.js';
import { buildStepGraph, type PathLimits } from './shortest-paths.js';

/** The arguments of a query for the paths between two entities. */
export interface PathsQuery extends PathLimits {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
}

/** The default of `exclude`. */
const defaultExclude = ['REFUTED'];

const statuses = ['UNCHECKED', 'DOUBTFUL', 'REFUTED'];

/** Generates random path queries, the same for the same seed. */
export function generatePathsQueries(graph: FilesGraph, count: number, seed: number): PathsQuery[] {
  // Sections are connected only to each other, so few pairs need a section.
  const ids = mostly(
    fc.constantFrom(...graph.filterNodes((_id, { type }) => type !== 'Section')),
    fc.constantFrom(...graph.nodes()),
  );
  const ends = fc.record({ from: ids, to: ids, direction: fc.constant('ANY' as const) });
  // Few pairs are connected by a directed path, so choose directed pairs only from those.
  const directedPair = fc.constantFrom(...directedPairsOf(graph));
  const directed = fc.tuple(directedPair, fc.boolean()).map(([[from, to], isForward]) => {
    return isForward ? { from, to, direction: 'OUT' as const } : { from: to, to: from, direction: 'IN' as const };
  });
  const limits = fc.record({
    types: mostly(fc.constant(null), fc.subarray(relationTypes(graph), { minLength: 6 })),
    exclude: mostly(fc.constant(defaultExclude), fc.subarray(statuses, { maxLength: 2 })),
    maxLength: mostly(fc.constant(6), fc.integer({ min: 1, max: 8 })),
  });
  const query = fc
    .tuple(mostly<Ends, Ends>(ends, directed), limits)
    .map(([pair, pathLimits]) => ({ ...pair, ...pathLimits }));
  return fc.sample(query, { numRuns: count, seed });
}

type Ends = Pick<PathsQuery, 'from' | 'to' | 'direction'>;

function directedPairsOf(graph: FilesGraph): [from: string, to: string][] {
  const steps = buildStepGraph(graph, { types: null, direction: 'OUT', exclude: [] });
  return steps.nodes().flatMap((from) => {
    const reachableIds = Object.keys(singleSource(steps, from)).filter((to) => to !== from);
    return reachableIds.map((to): [string, string] => [from, to]);
  });
}

// Most pairs should be connected, or there are few paths to compare.
function mostly<A, B>(frequent: fc.Arbitrary<A>, rare: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 3, arbitrary: frequent }, { weight: 1, arbitrary: rare });
}

/** Writes the arguments of `paths`, without those that have their default value. */
export function formatPathsArguments({ from, to, types, direction, exclude, maxLength }: PathsQuery): string {
  return [
    `from: "${from}", to: "${to}", maxLength: ${maxLength}, direction: ${direction}`,
    ...(types === null ? [] : [`types: [${types.join(', ')}]`]),
    ...(exclude === defaultExclude ? [] : [`exclude: [${exclude.join(', ')}]`]),
  ].join(', ');
}

/** Returns every relation type of the data files, sorted. */
export function relationTypes(graph: FilesGraph): string[] {
  return [...new Set(graph.mapEdges((_edge, { type }) => type))].toSorted();
}

/**
 * Queries root fields with the same selection set one after the other; returns their data in order. Not concurrently,
 * because Neo4j would then plan a new statement once for each query.
 */
export async function queryAll<T>(api: Api, fields: readonly string[], fragment: string): Promise<T[]> {
  const results: T[] = [];
  for (const field of fields) results.push(...(await queryInOneOperation<T>(api, [field], fragment)));
  return results;
}

/** Queries root fields with the same selection set in one operation; returns their data in order. */
export async function queryInOneOperation<T>(api: Api, fields: readonly string[], fragment: string): Promise<T[]> {
  const aliases = fields.map((field, index) => `f${index}: ${field} { ...below }`);
  return Object.values(await api.query<Record<string, T>>(`{ ${aliases.join('\n')} }\n${fragment}`));
}

/** The maximum number of fields in one operation, because aliases are limited. */
export const maxFieldsPerOperation = 12;
