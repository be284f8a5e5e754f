import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AtlasError } from '../../errors.js';
import type { LaunchContext } from '../launcher.js';
import { diskFull } from './disk-space.js';
import { trackDownloads } from './progress.js';
import { javaLocale } from './tools.js';

/** Runs Maven to copy every jar of the pom into the directory, and reports the progress. */
export async function runMaven(
  maven: string,
  pom: string,
  folder: string,
  { say, signal }: LaunchContext,
): Promise<void> {
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`];
  const words = [...javaLocale, maven, '-B', '-f', pom, ...goal];
  const child = spawn('/usr/bin/env', words, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  const problems: string[] = [];
  const downloads = trackDownloads(say);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      downloads.read(line);
      if (line.startsWith('[ERROR]')) problems.push(line.slice('[ERROR]'.length).trim());
    });
  }
  const [code] = (await once(child, 'close').finally(() => downloads.end())) as [number | null];
  if (code !== 0) throw mavenFailed(folder, problems);
}

function mavenFailed(folder: string, problems: readonly string[]): AtlasError {
  if (problems.some((line) => /no space left/i.test(line))) return diskFull(folder, 'Maven could not write');
  return new AtlasError(
    'NO_DATABASE',
    `Maven could not fetch Neo4j: ${problems[0] ?? 'it exited without an error message.'} ` +
      `Check the network (or the mirror in ~/.m2/settings.xml) and start again; completed downloads are kept.`,
  );
}
