import { formatBar } from '../../shared/progress.js';
import type { ReportLine } from '../launcher.js';

/** Tracks the downloads in the output of Maven. */
export interface DownloadTracker {
  readLine(line: string): void;
  /** Ends the progress bar with a line break. */
  end(): void;
}

// Measured with an empty Maven repository: Neo4j's jars and those of the plugin that copies them.
const expectedJars = 260;
const jarsPerLine = 50;

/** Shows the downloads as a progress bar on a terminal, or else as a line every 50 jars. */
export function trackDownloads(report: ReportLine, terminal: NodeJS.WriteStream = process.stdout): DownloadTracker {
  let jars = 0;
  let hasDrawn = false;
  return {
    readLine(line) {
      if (!isDownloadedJar(line)) return;
      jars += 1;
      if (terminal.isTTY) {
        terminal.write(`\r${formatDownloads(jars)}`);
        hasDrawn = true;
      } else if (jars % jarsPerLine === 0) report(`  ${jars} jars downloaded`);
    },
    end() {
      if (hasDrawn) terminal.write('\n');
    },
  };
}

/** Whether a line of Maven's output reports a downloaded jar. */
export function isDownloadedJar(line: string): boolean {
  return /^\[INFO\] Downloaded from .*\.jar /.test(line);
}

/** Formats the progress bar. It never overflows, because the number of jars that Maven itself needs varies. */
export function formatDownloads(jars: number): string {
  return `  ${formatBar(jars, expectedJars)} ${jars} jars`;
}
