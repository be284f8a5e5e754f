import { AtlasError } from '../../errors.js';
import { diskFull } from './disk-space.js';
import type { Neo4jHome } from './home.js';

/** The error that tells, from what Neo4j has printed, why it did not stay up. */
export function whyEnded(printed: string, home: Neo4jHome): AtlasError {
  if (/no space left/i.test(printed)) return diskFull(home.folder, 'Neo4j could not write');
  if (/StoreLockException|FileLockException|lock file has been locked/i.test(printed)) {
    return new AtlasError(
      'DATABASE_IN_USE',
      `The database in ${home.folder} is used by another Neo4j. Stop that one, ` +
        `or set ATLAS_DATA_DIR to another folder to run a second database beside it.`,
    );
  }
  const words = printed.split('\n').find((line) => line.includes('ERROR')) ?? printed.trim().split('\n').at(-1) ?? '';
  return new AtlasError(
    'NO_DATABASE',
    `Neo4j ended while it was starting ("${words.trim()}"). Its whole log is ${home.logFile}; ` +
      `if the data in ${home.folder} is broken, remove that folder and it is made and loaded anew.`,
  );
}
