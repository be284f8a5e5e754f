import type { Figures } from '../measure/figures.js';
import { serverTitles } from '../servers/server-name.js';
import { areas } from '../servers/shares.js';

const columns: readonly (readonly [heading: string, value: (figures: Figures) => string])[] = [
  ['server', ({ server }) => serverTitles[server]],
  ['requests/s', ({ requestsPerSecond }) => formatNumber(requestsPerSecond, 0)],
  ['p50 ms', ({ p50 }) => formatNumber(p50, 2)],
  ['p99 ms', ({ p99 }) => formatNumber(p99, 2)],
  ['statements/request', ({ statementsPerRequest }) => formatNumber(statementsPerRequest, 2)],
  ['server CPU ms/request', ({ serverCpuMs }) => formatNumber(serverCpuMs, 3)],
  ['database CPU ms/request', ({ databaseCpuMs }) => formatNumber(databaseCpuMs, 3)],
  ['memory MB', ({ memoryMb }) => formatNumber(memoryMb, 0)],
  ['failures', ({ failures }) => String(failures)],
];

/** Formats the measurements of a work item as a Markdown table. */
export function formatTable(figures: readonly Figures[]): string {
  return formatMarkdown([
    columns.map(([heading]) => heading),
    ...figures.map((figure) => columns.map(([, value]) => value(figure))),
  ]);
}

function formatMarkdown(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...body] = rows;
  const widths = heading.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(heading), rule, ...body.map(line)].join('\n');
}

/** Formats the CPU profiles as a Markdown table, in milliseconds per request; empty without profiles. */
export function formatShareTable(figures: readonly Figures[]): string {
  const profiledFigures = figures.flatMap((figure) => (figure.shares ? [{ ...figure, shares: figure.shares }] : []));
  if (profiledFigures.length === 0) return '';
  return formatMarkdown([
    ['server CPU ms/request', ...areas],
    ...profiledFigures.map(({ server, shares, serverCpuMs }) => [
      serverTitles[server],
      ...areas.map((area) => formatNumber(shares[area] * serverCpuMs, 3)),
    ]),
  ]);
}

/** Formats a number with separators between thousands and a fixed number of decimal places. */
export function formatNumber(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
