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

const colors: Readonly<Record<ServerName, string>> = {
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
export function renderChart(title: string, figures: readonly Figures[]): string {
  const workNames = [...new Set(figures.map(({ work }) => work))];
  const rows = workNames.flatMap((work, group) =>
    figures.filter((figure) => figure.work === work).map((figure) => ({ figure, group })),
  );
  const y = (index: number, group: number): number => top + index * rowHeight + group * groupGap;
  const height = y(rows.length, workNames.length) + 20;
  const width = labelWidth + panels.length * panelWidth + 10;
  const rowElements = rows.flatMap(({ figure, group }, index) => [
    renderText(10, y(index, group) + 11, isFirstOfWork(rows, index) ? figure.work : '', 'bold'),
    renderText(100, y(index, group) + 11, figure.server),
    ...panels.map((panel, column) => renderBar(panel, column, figure, figures, y(index, group))),
  ]);
  const headElements = [
    renderText(10, 22, title, 'bold'),
    ...renderLegend(figures),
    ...panels.map(({ title: name }, column) => renderText(labelWidth + column * panelWidth, 60, name, 'bold')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="${width}" height="${height}" fill="#ffffff"/>
${[...headElements, ...rowElements].filter((element) => element !== '').join('\n')}
</svg>
`;
}

// Bars are scaled per work item: a point read and a whole graph are not comparable.
function renderBar(
  { value, digits }: Panel,
  column: number,
  figure: Figures,
  allFigures: readonly Figures[],
  y: number,
): string {
  const largest = Math.max(...allFigures.filter(({ work }) => work === figure.work).map(value), Number.MIN_VALUE);
  const x = labelWidth + column * panelWidth;
  const length = Math.max(1, (value(figure) / largest) * barWidth);
  const formattedValue = value(figure).toLocaleString('en-US', { maximumFractionDigits: digits });
  const shape = `<rect x="${x}" y="${y + 2}" width="${length.toFixed(1)}" height="${rowHeight - 4}" fill="${colors[figure.server]}"/>`;
  return `${shape}\n${renderText(x + length + 4, y + 11, formattedValue)}`;
}

function renderLegend(figures: readonly Figures[]): string[] {
  const shownNames = serverNames.filter((name) => figures.some(({ server }) => server === name));
  return shownNames.flatMap((name, index) => [
    `<rect x="${10 + index * 188}" y="32" width="10" height="10" fill="${colors[name]}"/>`,
    renderText(25 + index * 188, 41, serverTitles[name]),
  ]);
}

function isFirstOfWork(rows: readonly { readonly figure: Figures }[], index: number): boolean {
  return rows[index]?.figure.work !== rows[index - 1]?.figure.work;
}

function renderText(x: number, y: number, content: string, weight = 'normal'): string {
  if (content === '') return '';
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y}" font-weight="${weight}">${escaped}</text>`;
}
