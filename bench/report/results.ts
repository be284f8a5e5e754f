import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from '../measure/figures.js';
import { renderChart } from './chart.js';
import type { Verdict } from './bars.js';

/** The results of a run. */
export interface Results {
  /** The command-line options. */
  readonly run: object;
  readonly figures: readonly Figures[];
  readonly verdicts: readonly Verdict[];
  /** The loading rate of each graph. */
  readonly loaded: readonly { readonly graph: string; readonly rowsPerSecond: number }[];
}

/** The content of a result file: the results and the machine. */
export interface WrittenResults extends Results {
  readonly machine: { readonly processors: number; readonly memoryGb: number; readonly node: string };
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Writes the results as JSON, and a chart for each graph and number of connections, into a directory of the project.
 * Returns the paths of the files.
 */
export async function writeResults(name: string, directory: string, results: Results): Promise<string[]> {
  const directoryPath = join(root, directory);
  await mkdir(directoryPath, { recursive: true });
  const machine = { processors: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version };
  const content: WrittenResults = { machine, ...results };
  const files = new Map([[`${name}.json`, `${JSON.stringify(content, null, 2)}\n`]]);
  const { figures } = results;
  for (const { graph, connections } of figures) {
    const selectedFigures = figures.filter(
      (candidate) => candidate.graph === graph && candidate.connections === connections,
    );
    const title = `${graph} graph, ${connections} connections, ${machine.processors} cores for all`;
    files.set(`${name}-${graph}-${connections}.svg`, renderChart(title, selectedFigures));
  }
  for (const [file, content] of files) await writeFile(join(directoryPath, file), content);
  return [...files.keys()].map((file) => `${directory}/${file}`);
}
