import { setTimeout as delay } from 'node:timers/promises';
import { AtlasError } from '../../../errors.js';
import { openDatabase, type DatabaseTarget } from '../../database.js';
import { diskFull } from './disk-space.js';
import type { Neo4jHome } from './home.js';
import type { Neo4jProcess } from './neo4j-process.js';

const patienceMs = 120_000;
const pauseMs = 100;

/** Waits until the Neo4j just started signs us in over Bolt; fails at once when it ends instead. */
export async function waitForBolt(child: Neo4jProcess, target: DatabaseTarget, home: Neo4jHome): Promise<void> {
  let hasEnded = false;
  void child.ended.then(() => (hasEnded = true));
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const failure = await tryToOpen(target);
    if (failure === undefined) return;
    if (hasEnded) throw whyItEnded(child.printed(), home);
    if (failure.code !== 'DATABASE_UNAVAILABLE') throw failure;
    if (Date.now() > deadline) throw tooSlow(home);
    await delay(pauseMs);
  }
}

async function tryToOpen(target: DatabaseTarget): Promise<AtlasError | undefined> {
  try {
    const database = await openDatabase(target);
    await database.close();
    return undefined;
  } catch (error) {
    if (error instanceof AtlasError) return error;
    throw error;
  }
}

/** The error that tells from Neo4j's own words why it did not stay up. */
export function whyItEnded(printed: string, home: Neo4jHome): AtlasError {
  if (/no space left/i.test(printed)) return diskFull(home.folder, 'Neo4j could not write');
  if (/StoreLockException|lock file has been locked|FileLockException/i.test(printed)) {
    return new AtlasError(
      'DATABASE_IN_USE',
      `The database in ${home.folder} is used by another Neo4j. Stop that one, ` +
        `or set ATLAS_DATA_DIR to another folder to run a second database beside it.`,
    );
  }
  const words = printed.split('\n').find((line) => line.includes('ERROR')) ?? printed.trim().split('\n').at(-1) ?? '';
  return new AtlasError(
    'NO_DATABASE',
    `Neo4j ended while it was starting: ${words.trim()} Its whole log is ${home.logFile}; ` +
      `if the data in ${home.folder} is broken, remove that folder and it is made and loaded anew.`,
  );
}

function tooSlow(home: Neo4jHome): AtlasError {
  return new AtlasError(
    'DATABASE_UNAVAILABLE',
    `Neo4j did not answer within ${patienceMs / 1000} s of its start. See its log, ${home.logFile}, and start again.`,
  );
}
