import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figures } from '../bench/measure/figures.js';
import type { WrittenResults } from '../bench/report/results.js';
import { shareTable, table } from '../bench/report/table.js';
import { packageRoot } from '../src/paths.js';
import { markdownTable } from './markdown-table.js';
import { fillParts } from './marked-parts.js';

const folder = join(packageRoot, 'docs', 'performance');

/** Fills the tables in docs/performance.md from the recorded results. */
export function fillPerformance(text: string): string {
  const runs = recordedRuns();
  return fillParts('docs/performance.md', text, {
    bars: () => runs.map(bars).filter(Boolean).join('\n\n'),
    figures: () => runs.map(figuresOf).join('\n\n'),
    loading: () => runs.map(loading).join('\n'),
  });
}

interface Run extends WrittenResults {
  readonly name: string;
}

function recordedRuns(): Run[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.toSorted().map((file) => {
    const results = JSON.parse(readFileSync(join(folder, file), 'utf8')) as WrittenResults; // written by the benchmark
    return { name: file.replace('.json', ''), ...results };
  });
}

function bars({ name, verdicts }: Run): string {
  if (verdicts.length === 0) return '';
  const rows = verdicts.map(({ promise, found, holds }) => [promise, found, holds ? 'yes' : '**no**']);
  return `Run \`${name}\`:\n\n${markdownTable([['Bar', 'Found', 'Holds'], ...rows])}`;
}

function figuresOf({ name, machine, figures }: Run): string {
  const places = [...new Set(figures.map(placeOf))];
  const { processors, memoryGb, node } = machine;
  return [
    `### Run \`${name}\``,
    `${processors} cores and ${memoryGb} GB for database, servers and load together; Node.js ${node}.`,
    ...charts(name, figures),
    ...places.map((place) => {
      const there = figures.filter((one) => placeOf(one) === place);
      return [`${place}:`, table(there), shareTable(there)].filter(Boolean).join('\n\n');
    }),
  ].join('\n\n');
}

function charts(name: string, figures: readonly Figures[]): string[] {
  const files = new Set(figures.map(({ graph, connections }) => `${name}-${graph}-${connections}.svg`));
  return [...files].map((file) => `![The same as bars](performance/${file})`);
}

function loading({ name, loaded }: Run): string {
  const parts = loaded.map(
    ({ graph, rowsPerSecond }) => `${graph} ${Math.round(rowsPerSecond).toLocaleString('en-US')}`,
  );
  return `- Run \`${name}\`, rows per second: ${parts.join(', ')}.`;
}

function placeOf({ graph, work, connections }: Figures): string {
  return `**${work}**, graph ${graph}, ${connections === 1 ? 'one connection' : `${connections} connections`}`;
}
