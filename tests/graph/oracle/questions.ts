import fc from 'fast-check';
import { singleSource } from 'graphology-shortest-path/unweighted.js';
import type { Api } from '../../setup/api.js';
import type { FilesGraph } from './files-graph.js';
import { stepsOf, type Limits } from './walks.js';

/** The arguments of a query for the paths between two entities. */
export interface PathsQuestion extends Limits {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
}

/** The default of `exclude`. */
const unlessTold = ['REFUTED'];

const statuses = ['UNCHECKED', 'DOUBTFUL', 'REFUTED'];

/** Generates random path queries, the same for the same seed. */
export function pathsQuestions(graph: FilesGraph, count: number, seed: number): PathsQuestion[] {
  // Sections are connected only to each other, so few pairs need a section.
  const ids = often(
    fc.constantFrom(...graph.filterNodes((_id, { type }) => type !== 'Section')),
    fc.constantFrom(...graph.nodes()),
  );
  const ends = fc.record({ from: ids, to: ids, direction: fc.constant('ANY' as const) });
  // Few pairs are connected by a directed path, so choose directed pairs only from those.
  const along = fc.constantFrom(...pairsAlong(graph));
  const directed = fc.tuple(along, fc.boolean()).map(([[from, to], isAlong]) => {
    return isAlong ? { from, to, direction: 'OUT' as const } : { from: to, to: from, direction: 'IN' as const };
  });
  const limits = fc.record({
    types: often(fc.constant(null), fc.subarray(relationTypes(graph), { minLength: 6 })),
    exclude: often(fc.constant(unlessTold), fc.subarray(statuses, { maxLength: 2 })),
    maxLength: often(fc.constant(6), fc.integer({ min: 1, max: 8 })),
  });
  const question = fc
    .tuple(often<Ends, Ends>(ends, directed), limits)
    .map(([pair, pathLimits]) => ({ ...pair, ...pathLimits }));
  return fc.sample(question, { numRuns: count, seed });
}

type Ends = Pick<PathsQuestion, 'from' | 'to' | 'direction'>;

function pairsAlong(graph: FilesGraph): [from: string, to: string][] {
  const steps = stepsOf(graph, { types: null, direction: 'OUT', exclude: [] });
  return steps.nodes().flatMap((from) => {
    const reached = Object.keys(singleSource(steps, from)).filter((to) => to !== from);
    return reached.map((to): [string, string] => [from, to]);
  });
}

// Most pairs should be connected, or there are few paths to compare.
function often<A, B>(usual: fc.Arbitrary<A>, seldom: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: seldom });
}

/** Writes the arguments of `paths`, without those that have their default value. */
export function pathsArguments({ from, to, types, direction, exclude, maxLength }: PathsQuestion): string {
  return [
    `from: "${from}", to: "${to}", maxLength: ${maxLength}, direction: ${direction}`,
    ...(types === null ? [] : [`types: [${types.join(', ')}]`]),
    ...(exclude === unlessTold ? [] : [`exclude: [${exclude.join(', ')}]`]),
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
export async function askAll<T>(api: Api, fields: readonly string[], below: string): Promise<T[]> {
  const answers: T[] = [];
  for (const field of fields) answers.push(...(await askInOneOperation<T>(api, [field], below)));
  return answers;
}

/** Queries root fields with the same selection set in one operation; returns their data in order. */
export async function askInOneOperation<T>(api: Api, fields: readonly string[], below: string): Promise<T[]> {
  const aliases = fields.map((field, index) => `f${index}: ${field} { ...below }`);
  return Object.values(await api.ask<Record<string, T>>(`{ ${aliases.join('\n')} }\n${below}`));
}

/** The maximum number of fields in one operation, because aliases are limited. */
export const fieldsPerOperation = 12;
