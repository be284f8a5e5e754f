import type { Figures } from '../measure/figures.js';
import { serverNames, serverTitles, type ServerName } from '../servers/server-name.js';

/** A panel of the chart: one measurement. */
interface Panel {
  readonly title: string;
  readonly value: (figures: Figures) => number;
  readonly digits: number;
}

const panels: readonly Panel[] = [
  { title: 'requests per second', value: ({ requestsPerSecond }) => requestsPerSecond, digits: 0 },
  { title: 'p50, ms', value: ({ p50 }) => p50, digits: 1 },
  { title: 'p99, ms', value: ({ p99 }) => p99, digits: 1 },
  { title: 'CPU ms per request, server', value: ({ serverCpuMs }) => serverCpuMs, digits: 2 },
  { title: 'statements per request', value: ({ statementsPerRequest }) => statementsPerRequest, digits: 2 },
];

const colours: Readonly<Record<ServerName, string>> = {
  ours: '#0b7a75',
  'ours-cached': '#59b3a6',
  raw: '#8a8d91',
  'neo4j-graphql': '#c8553d',
  dataloader: '#d9a441',
  postgraphile: '#3d5a98',
  fastify: '#b8b8b8',
};

const [labelWidth, barWidth, panelGap, rowHeight, groupGap, top] = [190, 130, 60, 16, 12, 70];
const panelWidth = barWidth + panelGap;

/** Renders a bar chart as SVG: a row for each work item and server, a panel for each measurement. */
export function chart(title: string, figures: readonly Figures[]): string {
  const works = [...new Set(figures.map(({ work }) => work))];
  const rows = works.flatMap((work, group) =>
    figures.filter((one) => one.work === work).map((one) => ({ one, group })),
  );
  const y = (index: number, group: number): number => top + index * rowHeight + group * groupGap;
  const height = y(rows.length, works.length) + 20;
  const width = labelWidth + panels.length * panelWidth + 10;
  const marks = rows.flatMap(({ one, group }, index) => [
    text(10, y(index, group) + 11, isFirst(rows, index) ? one.work : '', 'bold'),
    text(100, y(index, group) + 11, one.server),
    ...panels.map((panel, column) => bar(panel, column, one, figures, y(index, group))),
  ]);
  const head = [
    text(10, 22, title, 'bold'),
    ...legend(figures),
    ...panels.map(({ title: name }, column) => text(labelWidth + column * panelWidth, 60, name, 'bold')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${[...head, ...marks].filter((mark) => mark !== '').join('\n')}
</svg>
`;
}

// Bars are scaled per work item: a point read and a whole graph are not comparable.
function bar({ value, digits }: Panel, column: number, one: Figures, all: readonly Figures[], y: number): string {
  const largest = Math.max(...all.filter(({ work }) => work === one.work).map(value), Number.MIN_VALUE);
  const x = labelWidth + column * panelWidth;
  const length = Math.max(1, (value(one) / largest) * barWidth);
  const shown = value(one).toLocaleString('en-US', { maximumFractionDigits: digits });
  const shape = `<rect x="${x}" y="${y + 2}" width="${length.toFixed(1)}" height="${rowHeight - 4}" fill="${colours[one.server]}"/>`;
  return `${shape}\n${text(x + length + 4, y + 11, shown)}`;
}

function legend(figures: readonly Figures[]): string[] {
  const shown = serverNames.filter((name) => figures.some(({ server }) => server === name));
  return shown.flatMap((name, index) => [
    `<rect x="${10 + index * 188}" y="32" width="10" height="10" fill="${colours[name]}"/>`,
    text(25 + index * 188, 41, serverTitles[name]),
  ]);
}

function isFirst(rows: readonly { readonly one: Figures }[], index: number): boolean {
  return rows[index]?.one.work !== rows[index - 1]?.one.work;
}

function text(x: number, y: number, content: string, weight = 'normal'): string {
  if (content === '') return '';
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y}" font-weight="${weight}">${escaped}</text>`;
}
