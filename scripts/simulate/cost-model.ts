import type { MeasuredOperation } from '../../bench/capacity/measured.js';
import { fitPowerLaw, type Point, type PowerLaw } from './fit.js';
import { workNames, type WorkName } from './mix.js';

/** The cost of a kind of request, in milliseconds of processor time. */
export interface OperationCost {
  /** Of the server for each request. */
  readonly serverMs: number;
  /** Of the server for each query, which a batch of requests shares. */
  readonly serverQueryMs: number;
  readonly databaseMs: number;
  readonly databaseQueryMs: number;
  readonly maxBatchSize: number;
}

/** The costs of all kinds of requests on one graph. */
export interface CostModel {
  readonly operations: Readonly<Record<WorkName, OperationCost>>;
  /** Of the server for a response from its cache. */
  readonly hitMs: number;
}

/** The largest batches, as the sources of the server limit them. */
const maxBatchSizes: Readonly<Record<WorkName, number>> = {
  ...{ point: 64, levels: 64, filter: 64 },
  ...{ search: 8, path: 4, neighborhood: 4 },
};

/** Measurements of one graph. */
export interface CostSource {
  readonly nodes: number;
  readonly operations?: readonly MeasuredOperation[];
}

/** The costs on the graph that the others are extrapolated from. */
export interface BaseCosts extends CostSource {
  /** Of the server for a response from its cache. */
  readonly hitMs: number;
}

/** The graphs that were measured in one run, so that their ratios are meaningful. */
export type GrowthRun = readonly CostSource[];

/**
 * The exponent with which the database's cost of a kind of request grows with the number of nodes, from the ratios
 * between the graphs of the run that measured it on the most graphs.
 */
export function fitGrowth(runs: readonly GrowthRun[], work: WorkName): PowerLaw {
  return fitPowerLaw(measuredPoints(runs, work));
}

/** The measured times of the run that has measured a kind of request on the most graphs. */
export function measuredPoints(runs: readonly GrowthRun[], work: WorkName): readonly Point[] {
  const curves = runs.map((run) => run.flatMap((graph) => pointOf(graph, work)));
  return curves.reduce((best, curve) => (curve.length > best.length ? curve : best), []);
}

function pointOf({ nodes, operations = [] }: CostSource, work: WorkName): Point[] {
  const operation = operations.find((one) => one.work === work && one.connections === 64);
  return operation ? [{ size: nodes, value: operation.databaseCpuMs }] : [];
}

/**
 * The costs on a graph. Those of the server and of a query are the ones of the base graph, because they do not depend on
 * the size; the cost of a request in the database grows as fitted. The base has measurements with 1 and 64 connections.
 */
export function fitCosts(base: BaseCosts, runs: readonly GrowthRun[], nodes: number): CostModel {
  const costOf = (work: WorkName): OperationCost => {
    const { databaseMs, ...cost } = splitCost(base, work);
    const growth = (nodes / base.nodes) ** fitGrowth(runs, work).exponent;
    return { ...cost, databaseMs: databaseMs * growth, maxBatchSize: maxBatchSizes[work] };
  };
  const operations = Object.fromEntries(workNames.map((work) => [work, costOf(work)])) as CostModel['operations'];
  return { operations, hitMs: base.hitMs };
}

/** Splits a cost into the parts for a request and for a query, from loads whose batches differ in size. */
function splitCost(graph: CostSource, work: WorkName): Omit<OperationCost, 'maxBatchSize'> {
  const [alone, batched] = [measuredAt(graph, work, 1), measuredAt(graph, work, 64)];
  const split = (cost: (operation: MeasuredOperation) => number): readonly [request: number, query: number] => {
    const queries = alone.statementsPerRequest - batched.statementsPerRequest;
    const query = Math.max(0, (cost(alone) - cost(batched)) / queries);
    return [Math.max(cost(batched) - query * batched.statementsPerRequest, 0), query];
  };
  const [serverMs, serverQueryMs] = split(({ serverCpuMs }) => serverCpuMs);
  const [databaseMs, databaseQueryMs] = split(({ databaseCpuMs }) => databaseCpuMs);
  return { serverMs, serverQueryMs, databaseMs, databaseQueryMs };
}

function measuredAt({ operations = [] }: CostSource, work: string, connections: number): MeasuredOperation {
  const operation = operations.find((one) => one.work === work && one.connections === connections);
  if (!operation) throw new Error(`Expected a measurement of ${work} with ${connections} connections.`);
  return operation;
}
