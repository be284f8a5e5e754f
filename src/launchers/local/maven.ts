import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AtlasError } from '../../errors.js';
import type { LaunchContext } from '../launcher.js';
import { diskFullError } from './disk-space.js';
import { endDownloads, isDownloadedJar, showDownloads } from './progress.js';
import { javaLocale } from './tools.js';

/** Runs Maven to copy every jar of the pom into the directory, and reports the progress. */
export async function runMaven(
  maven: string,
  pom: string,
  directory: string,
  { report, signal }: LaunchContext,
): Promise<void> {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${directory}`];
  const args = [...javaLocale, maven, '-B', '-f', pom, ...goal];
  const child = spawn('/usr/bin/env', args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  const errorLines: string[] = [];
  let jars = 0;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (isDownloadedJar(line)) {
        jars += 1;
        showDownloads(jars, report);
      }
      if (line.startsWith('[ERROR]')) errorLines.push(line.slice('[ERROR]'.length).trim());
    });
  }
  const [code] = (await once(child, 'close').finally(() => endDownloads(jars))) as [number | null];
  if (code !== 0) throw mavenError(directory, errorLines);
}

function mavenError(directory: string, errorLines: readonly string[]): AtlasError {
  if (errorLines.some((line) => /no space left/i.test(line))) return diskFullError(directory, 'Maven could not write');
  return new AtlasError(
    'NO_DATABASE',
    `Maven could not fetch Neo4j: ${errorLines[0] ?? 'it exited without an error message.'} ` +
      `Check the network (or the mirror in ~/.m2/settings.xml) and start again; completed downloads are kept.`,
  );
}
