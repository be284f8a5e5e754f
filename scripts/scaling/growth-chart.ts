import type { MeasuredGraph } from '../../bench/capacity/measured.js';
import { readBaseCosts, readGrowthRun } from '../simulate/base-costs.js';
import { fitCosts, measuredPoints } from '../simulate/cost-model.js';
import { fitHeap, fitMemory, pagedBytes } from '../simulate/memory-model.js';
import { workNames } from '../simulate/mix.js';

/** A curve with the points that it is fitted to; both axes are logarithmic. */
interface Curve {
  readonly name: string;
  readonly color: string;
  readonly points: readonly (readonly [nodes: number, value: number])[];
  valueAt(nodes: number): number;
}

/** A diagram of curves over the number of nodes. */
interface Diagram {
  readonly title: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly curves: readonly Curve[];
}

const [width, height, left, top, gap] = [360, 260, 60, 40, 470];
const [minNodes, maxNodes] = [50_000, 200_000_000];
const colors = ['#0b7a75', '#c8553d', '#3d5a98', '#d9a441', '#8a4f9e', '#777777'];

/** Draws how memory and the database's time for a request grow with the graph: measured points and fitted curves. */
export function drawGrowth(graphs: readonly MeasuredGraph[]): string {
  const diagrams = [memoryDiagram(graphs), timeDiagram(graphs)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * gap + 20} ${height + 100}" font-family="sans-serif" font-size="12" role="img" aria-label="Memory and time by the size of the graph">`,
    `<rect width="${2 * gap + 20}" height="${height + 100}" fill="#ffffff"/>`,
    ...diagrams.flatMap((diagram, index) => drawDiagram(diagram, left + index * gap)),
    '</svg>\n',
  ].join('\n');
}

function memoryDiagram(graphs: readonly MeasuredGraph[]): Diagram {
  const { idleMb } = fitHeap(graphs);
  const curve = (name: string, color: string, value: (memory: ReturnType<typeof fitMemory>) => number): Curve => ({
    ...{ name, color, points: [] },
    valueAt: (nodes) => value(fitMemory(graphs, nodes)) / 1_024,
  });
  const paged = curve('data and indexes', colors[0] ?? '', ({ pagedMb }) => pagedMb);
  const lucene = curve('full-text indexes', colors[1] ?? '', ({ luceneMb }) => luceneMb);
  const pointsOf = (bytes: (graph: MeasuredGraph) => number): Curve['points'] =>
    graphs.map((graph) => [graph.nodes, bytes(graph) / 2 ** 30]);
  return {
    ...{ title: 'Memory of Neo4j', unit: 'GB', min: 0.01, max: 1_000 },
    curves: [
      { ...paged, points: pointsOf(({ store }) => pagedBytes(store)) },
      { ...lucene, points: pointsOf(({ store }) => store.luceneIndexes) },
      {
        ...{ name: 'live heap', color: colors[2] ?? '', valueAt: () => idleMb / 1_024 },
        points: graphs.flatMap(({ nodes, heap = [] }) =>
          heap.slice(0, 1).map(({ liveMb }) => [nodes, liveMb / 1_024] as const),
        ),
      },
    ],
  };
}

/** Draws the fitted costs, with a point for each size that the run has measured from which the exponent is fitted. */
function timeDiagram(graphs: readonly MeasuredGraph[]): Diagram {
  const base = readBaseCosts();
  const runs = [graphs, readGrowthRun()];
  const curves = workNames.map((work, index): Curve => {
    const costAt = (nodes: number): number => fitCosts(base, runs, nodes).operations[work].databaseMs;
    const measured = measuredPoints(runs, work);
    const [smallest] = measured;
    const points = measured.map(({ size, value }) => {
      return [size, (costAt(base.nodes) * value) / (smallest?.value ?? 1)] as const;
    });
    return { name: work, color: colors[index] ?? '', points, valueAt: costAt };
  });
  return { title: 'Processor time of Neo4j for a request', unit: 'ms', min: 0.01, max: 100, curves };
}

function drawDiagram({ title, unit, min, max, curves }: Diagram, x0: number): string[] {
  const xOf = (nodes: number): number => x0 + width * scale(nodes, minNodes, maxNodes);
  const yOf = (value: number): number => top + height * (1 - scale(Math.max(value, min), min, max));
  const line = (x1: number, y1: number, x2: number, y2: number): string =>
    `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="#dddddd"/>`;
  const text = (x: number, y: number, content: string, anchor = 'middle'): string =>
    `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${content}</text>`;
  const decades = Array.from({ length: Math.round(Math.log10(max / min)) + 1 }, (_, index) => min * 10 ** index);
  const sizes = [100_000, 1_000_000, 10_000_000, 100_000_000];
  return [
    text(x0 + width / 2, top - 18, title),
    ...decades.map((value) => line(x0, yOf(value), x0 + width, yOf(value))),
    ...decades.map((value) => text(x0 - 6, yOf(value) + 4, `${Number(value.toPrecision(2))} ${unit}`, 'end')),
    ...sizes.map((nodes) => text(xOf(nodes), top + height + 18, `${nodes / 1e6}m`)),
    ...curves.flatMap((curve, index) => [
      `<path d="${pathOf(curve, xOf, yOf)}" fill="none" stroke="${curve.color}" stroke-width="2"/>`,
      ...curve.points.map(
        ([nodes, value]) => `<circle cx="${round(xOf(nodes))}" cy="${round(yOf(value))}" r="4" fill="${curve.color}"/>`,
      ),
      `<text x="${x0 + (index % 3) * 125}" y="${top + height + 38 + 16 * Math.floor(index / 3)}" fill="${curve.color}">${curve.name}</text>`,
    ]),
  ];
}

function pathOf(curve: Curve, xOf: (nodes: number) => number, yOf: (value: number) => number): string {
  const steps = Array.from({ length: 13 }, (_, index) => minNodes * (maxNodes / minNodes) ** (index / 12));
  return steps
    .map((nodes, index) => `${index === 0 ? 'M' : 'L'}${round(xOf(nodes))} ${round(yOf(curve.valueAt(nodes)))}`)
    .join('');
}

function scale(value: number, min: number, max: number): number {
  return Math.log(value / min) / Math.log(max / min);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
