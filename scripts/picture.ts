import { typeNameOf } from '../src/model/entity-id.js';
import { projectModel } from '../src/model/project-model.js';
import type { Dataset } from '../src/dataset/record.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Relations of one type between two types of entity. */
interface Bundle {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly count: number;
}

/** Bundles of fewer relations have no arrow, so that the arrows and their labels stay legible. */
const minCount = 8;

const positions: Readonly<Record<string, Point>> = {
  Region: { x: 120, y: 130 },
  Company: { x: 370, y: 130 },
  Tool: { x: 640, y: 130 },
  Domain: { x: 930, y: 130 },
  Opportunity: { x: 440, y: 5 },
  Tier: { x: 120, y: 290 },
  Segment: { x: 300, y: 300 },
  Technique: { x: 530, y: 320 },
  Industry: { x: 930, y: 320 },
  Stage: { x: 400, y: 490 },
  Challenge: { x: 700, y: 490 },
  Trend: { x: 930, y: 490 },
  Statistic: { x: 120, y: 425 },
  Publication: { x: 255, y: 480 },
  Section: { x: 120, y: 535 },
};

/** Arrows that would cross another type's circle bend to their left by this distance. */
const bends: Readonly<Record<string, number>> = {
  'Company FOCUSES_ON Domain': 110,
  'Company OPERATES_IN Tier': -10,
  'Domain USES Technique': -40,
  'Tool APPLIES_TO Industry': 30,
  'Tool EMERGED_IN Stage': 220,
  'Technique PRACTICED_IN Region': 25,
  'Company SERVES Industry': -40,
};

const style = `
text { font: 12px system-ui, sans-serif; text-anchor: middle; fill: #444 }
text.more { text-anchor: end }
text.type { font-weight: 600; font-size: 13px; fill: #111 }
circle { fill: #dbe8fb; stroke: #3566b0 }
path { fill: none; stroke: #8aa0bd }
marker path { fill: #8aa0bd; stroke: none }
@media (prefers-color-scheme: dark) {
  text { fill: #bbb } text.type { fill: #fff } circle { fill: #1f3556; stroke: #7ea6e0 }
}`;

/** The position of a type; types without an entry in `positions` are in a row below the others. */
function positionOf(type: string): Point {
  const unplacedTypes = projectModel().types.filter(({ name }) => !(name in positions));
  return positions[type] ?? { x: 290 + 160 * unplacedTypes.findIndex(({ name }) => name === type), y: 590 };
}

/** Draws an SVG of the entity types and the relations between them, with the numbers in the data files. */
export function drawPicture(dataset: Dataset): string {
  const bundles = bundlesOf(dataset);
  const drawn = bundles.filter(({ type, count }) => type !== 'MEASURES' && count >= minCount);
  const omittedCount = bundles.filter(({ type, count }) => type !== 'MEASURES' && count < minCount).length;
  const circles = projectModel().types.map(({ name: type }) => {
    const count = dataset.entities.filter((entity) => entity.type === type).length;
    return circle(type, count);
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -45 1010 645" role="img" aria-label="Types of entity and relation">',
    `<style>${style}\n</style>`,
    '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" markerUnits="userSpaceOnUse"><path d="M0 0 8 4 0 8z"/></marker>',
    ...drawn.map((bundle) => arrow(bundle, labelRow(bundle, drawn))),
    ...circles,
    measures(bundles),
    `<text class="more" x="990" y="592">${omittedCount} kinds of arrows with fewer than ${minCount} facts are left out.</text>`,
    '</svg>\n',
  ].join('\n');
}

function bundlesOf({ relations }: Dataset): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const { from, type, to } of relations) {
    const ends = { from: typeNameOf(from), to: typeNameOf(to) };
    const key = `${ends.from} ${type} ${ends.to}`;
    bundles.set(key, { ...ends, type, count: (bundles.get(key)?.count ?? 0) + 1 });
  }
  return [...bundles.values()];
}

const radius = 45;

function circle(type: string, count: number): string {
  const { x, y } = positionOf(type);
  return `<circle cx="${x}" cy="${y}" r="${radius}"/><text class="type" x="${x}" y="${y}">${type}</text><text x="${x}" y="${y + 15}">${count}</text>`;
}

/** The number of earlier bundles between the same two types: their labels are stacked. */
function labelRow(bundle: Bundle, drawn: readonly Bundle[]): number {
  const pairOf = ({ from, to }: Bundle): string => [from, to].toSorted().join();
  const earlier = drawn.slice(0, drawn.indexOf(bundle));
  return earlier.filter((one) => pairOf(one) === pairOf(bundle) && bendOf(one) === bendOf(bundle)).length;
}

function arrow(bundle: Bundle, row: number): string {
  return bundle.from === bundle.to ? loop(bundle, row) : curve(bundle, row);
}

function loop({ from, type, count }: Bundle, row: number): string {
  const { x, y } = positionOf(from);
  const path = `M${x - 40} ${y + 14}C${x - 90} ${y + 45} ${x - 90} ${y - 45} ${x - 40} ${y - 14}`;
  return `<path d="${path}" marker-end="url(#tip)"/><text x="${x - 66}" y="${y + 54 + 13 * row}">${type} ${count}</text>`;
}

function bendOf({ from, type, to }: Bundle): number {
  return bends[`${from} ${type} ${to}`] ?? 0;
}

function curve(bundle: Bundle, row: number): string {
  const { from, type, to, count } = bundle;
  const [start, end] = [positionOf(from), positionOf(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const bend = bendOf(bundle);
  const middle = {
    x: (start.x + end.x) / 2 + along.y * bend,
    y: (start.y + end.y) / 2 - along.x * bend,
  };
  const [tail, head] = [edgeToward(start, middle), edgeToward(end, middle)];
  const path = `M${at(tail)}Q${at(middle)} ${at(head)}`;
  const label = { x: (tail.x + 2 * middle.x + head.x) / 4, y: (tail.y + 2 * middle.y + head.y) / 4 };
  return `<path d="${path}" marker-end="url(#tip)"/><text x="${round(label.x)}" y="${round(label.y - 4 - 13 * row)}">${type} ${count}</text>`;
}

/** MEASURES relations are summed up in a label, because their arrows would cover the others. */
function measures(bundles: readonly Bundle[]): string {
  const count = bundles.filter(({ type }) => type === 'MEASURES').reduce((sum, bundle) => sum + bundle.count, 0);
  const { x, y } = positionOf('Statistic');
  return `<text x="${x + 2 * radius + 24}" y="${y + 4}">MEASURES ${count} of any</text>`;
}

function edgeToward(center: Point, other: Point): Point {
  const length = Math.hypot(other.x - center.x, other.y - center.y);
  const share = (radius + 1) / length;
  return { x: center.x + (other.x - center.x) * share, y: center.y + (other.y - center.y) * share };
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value);
}
