import fc from 'fast-check';
import { singleSource } from 'graphology-shortest-path/unweighted.js';
import type { Api } from '../../setup/api.js';
import type { FilesGraph } from './files-graph.js';
import { stepsOf, type Limits } from './walks.js';

/** A question for walks between two entities. */
export interface PathsQuestion extends Limits {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
}

/** What the server does not walk unless it is told what. */
const unlessTold = ['REFUTED'];

const statuses = ['UNCHECKED', 'DOUBTFUL', 'REFUTED'];

/** Random questions, the same for the same seed. */
export function pathsQuestions(graph: FilesGraph, count: number, seed: number): PathsQuestion[] {
  // Sections are joined to each other alone: of pairs with one, a few are enough.
  const ids = often(
    fc.constantFrom(...graph.filterNodes((_id, { type }) => type !== 'Section')),
    fc.constantFrom(...graph.nodes()),
  );
  const ends = fc.record({ from: ids, to: ids, direction: fc.constant('ANY' as const) });
  // Few entities are joined along the direction of relations: such pairs are drawn from those that are.
  const along = fc.constantFrom(...pairsAlong(graph));
  const directed = fc.tuple(along, fc.boolean()).map(([[from, to], isAlong]) => {
    return isAlong ? { from, to, direction: 'OUT' as const } : { from: to, to: from, direction: 'IN' as const };
  });
  const limits = fc.record({
    types: often(fc.constant(null), fc.subarray(relationTypes(graph), { minLength: 6 })),
    exclude: often(fc.constant(unlessTold), fc.subarray(statuses, { maxLength: 2 })),
    maxLength: often(fc.constant(6), fc.integer({ min: 1, max: 8 })),
  });
  const question = fc.tuple(often<Ends, Ends>(ends, directed), limits).map(([one, other]) => ({ ...one, ...other }));
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

// Most pairs are to be joined by some walk, or little is compared.
function often<A, B>(usual: fc.Arbitrary<A>, seldom: fc.Arbitrary<B>): fc.Arbitrary<A | B> {
  return fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: seldom });
}

/** The arguments of `paths`; what is the server's own default stays unsaid. */
export function pathsArguments({ from, to, types, direction, exclude, maxLength }: PathsQuestion): string {
  return [
    `from: "${from}", to: "${to}", maxLength: ${maxLength}, direction: ${direction}`,
    ...(types === null ? [] : [`types: [${types.join(', ')}]`]),
    ...(exclude === unlessTold ? [] : [`exclude: [${exclude.join(', ')}]`]),
  ].join(', ');
}

/** Every type of relation that the files have. */
export function relationTypes(graph: FilesGraph): string[] {
  return [...new Set(graph.mapEdges((_edge, { type }) => type))].toSorted();
}

/**
 * Asks root fields of one shape one after the other, and gives their answers in order. Neo4j would plan a statement
 * that it has not seen once for each of those that ask for it at the same time.
 */
export async function askAll<T>(api: Api, fields: readonly string[], below: string): Promise<T[]> {
  const answers: T[] = [];
  for (const field of fields) answers.push(...(await askInOneOperation<T>(api, [field], below)));
  return answers;
}

/** Asks root fields of one shape in one operation, and gives their answers in order. */
export async function askInOneOperation<T>(api: Api, fields: readonly string[], below: string): Promise<T[]> {
  const aliases = fields.map((field, index) => `f${index}: ${field} { ...below }`);
  return Object.values(await api.ask<Record<string, T>>(`{ ${aliases.join('\n')} }\n${below}`));
}

/** How many fields may go in one operation, whose aliases are limited. */
export const fieldsPerOperation = 12;
