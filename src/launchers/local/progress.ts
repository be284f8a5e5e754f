import { bar } from '../../shared/progress.js';
import type { Say } from '../launcher.js';

/** Follows the downloads in what Maven prints. */
export interface DownloadTracker {
  read(line: string): void;
  /** Leaves the terminal on a fresh line. */
  end(): void;
}

// Counted from an empty Maven repository: Neo4j's jars and those of the plugin that copies them.
const expectedJars = 260;
const linesEvery = 50;

/** Shows the downloads as a bar on a terminal, and as a line now and then elsewhere. */
export function trackDownloads(say: Say, terminal: NodeJS.WriteStream = process.stdout): DownloadTracker {
  let jars = 0;
  let drawn = false;
  return {
    read(line) {
      if (!isDownloadedJar(line)) return;
      jars += 1;
      if (terminal.isTTY) {
        terminal.write(`\r${barOf(jars)}`);
        drawn = true;
      } else if (jars % linesEvery === 0) say(`  ${jars} jars downloaded`);
    },
    end() {
      if (drawn) terminal.write('\n');
    },
  };
}

/** Whether a line of Maven's says that a jar has arrived. */
export function isDownloadedJar(line: string): boolean {
  return /^\[INFO\] Downloaded from .*\.jar /.test(line);
}

/** How far the downloads are: a bar that never overflows, since how many jars Maven itself needs varies. */
export function barOf(jars: number): string {
  return `  ${bar(jars, expectedJars)} ${jars} jars`;
}
