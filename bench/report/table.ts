import type { Figures } from '../measure/figures.js';
import { serverTitles } from '../servers/server-name.js';
import { areas } from '../servers/shares.js';

const columns: readonly (readonly [heading: string, value: (figures: Figures) => string])[] = [
  ['server', ({ server }) => serverTitles[server]],
  ['requests/s', ({ requestsPerSecond }) => number(requestsPerSecond, 0)],
  ['p50 ms', ({ p50 }) => number(p50, 2)],
  ['p99 ms', ({ p99 }) => number(p99, 2)],
  ['statements/request', ({ statementsPerRequest }) => number(statementsPerRequest, 2)],
  ['server CPU ms/request', ({ serverCpuMs }) => number(serverCpuMs, 3)],
  ['database CPU ms/request', ({ databaseCpuMs }) => number(databaseCpuMs, 3)],
  ['memory MB', ({ memoryMb }) => number(memoryMb, 0)],
  ['failures', ({ failures }) => String(failures)],
];

/** Formats the measurements of a work item as a Markdown table. */
export function table(figures: readonly Figures[]): string {
  return markdown([
    columns.map(([heading]) => heading),
    ...figures.map((one) => columns.map(([, value]) => value(one))),
  ]);
}

function markdown(rows: readonly (readonly string[])[]): string {
  const [heading = [], ...body] = rows;
  const widths = heading.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(heading), rule, ...body.map(line)].join('\n');
}

/** Formats the CPU profiles as a Markdown table, in milliseconds per request; empty without profiles. */
export function shareTable(figures: readonly Figures[]): string {
  const looked = figures.flatMap((one) => (one.shares ? [{ ...one, shares: one.shares }] : []));
  if (looked.length === 0) return '';
  return markdown([
    ['server CPU ms/request', ...areas],
    ...looked.map(({ server, shares, serverCpuMs }) => [
      serverTitles[server],
      ...areas.map((area) => number(shares[area] * serverCpuMs, 3)),
    ]),
  ]);
}

function number(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
