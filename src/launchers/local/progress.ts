import { formatBar } from '../../shared/progress.js';
import type { ReportLine } from '../launcher.js';

// Measured with an empty Maven repository: Neo4j's jars and those of the plugin that copies them.
const expectedJars = 260;
const jarsPerLine = 50;

/** Shows the number of downloaded jars as a progress bar on a terminal, or else as a line every 50 jars. */
export function showDownloads(jars: number, report: ReportLine): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${formatDownloads(jars)}`);
  else if (jars % jarsPerLine === 0) report(`  ${jars} jars downloaded`);
}

/** Ends the progress bar with a line break. */
export function endDownloads(jars: number): void {
  if (process.stdout.isTTY && jars > 0) process.stdout.write('\n');
}

/** Whether a line of Maven's output reports a downloaded jar. */
export function isDownloadedJar(line: string): boolean {
  return /^\[INFO\] Downloaded from .*\.jar /.test(line);
}

/** Formats the progress bar. It never overflows, because the number of jars that Maven itself needs varies. */
export function formatDownloads(jars: number): string {
  return `  ${formatBar(jars, expectedJars)} ${jars} jars`;
}
