import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { DatabaseTarget } from '../../neo4j/database.js';
import { buildNeo4jConf } from './settings.js';

/** The number of rounds in which Neo4j hashes a password. */
const hashRounds = 1024;

/** The home directory of one Neo4j: its settings, data, logs and password. */
export type Neo4jHome = Readonly<ReturnType<typeof homeAt>>;

/** The paths in the home directory of a Neo4j. */
export function homeAt(directory: string) {
  return {
    directory,
    confDirectory: join(directory, 'conf'),
    /** The log file with the output of Neo4j. */
    logFile: join(directory, 'logs', 'console.log'),
    /** The log file that Neo4j writes itself. */
    debugLogFile: join(directory, 'logs', 'debug.log'),
    /** Readable by its owner only. */
    passwordFile: join(directory, 'password'),
  };
}

/** Creates the directories, accessible only to this user. */
export async function createDirectories(home: Neo4jHome): Promise<void> {
  await mkdir(home.directory, { recursive: true, mode: 0o700 });
  for (const name of ['conf', 'logs', 'data/dbms', 'import', 'plugins', 'run']) {
    await mkdir(join(home.directory, name), { recursive: true });
  }
}

/** Writes `neo4j.conf` for this start. */
export async function writeConf(home: Neo4jHome, boltPort: number): Promise<void> {
  await writeFile(join(home.confDirectory, 'neo4j.conf'), buildNeo4jConf(boltPort));
}

/** Whether Neo4j has run in the directory before. */
export function hasDatabase(home: Neo4jHome): boolean {
  return existsSync(join(home.directory, 'data', 'databases'));
}

/** The connection target of a Neo4j started by this project. */
export function targetAt(uri: string, password: string): DatabaseTarget {
  return { uri, username: 'neo4j', password, database: 'neo4j' };
}

/** Reads the password of this Neo4j. Generates and sets it at the first start. */
export async function ensurePassword(home: Neo4jHome): Promise<string> {
  if (existsSync(home.passwordFile)) return (await readFile(home.passwordFile, 'utf8')).trim();
  const problem = findPasswordProblem(home);
  if (problem !== undefined) throw problem;
  const password = randomBytes(24).toString('base64url');
  await setInitialPassword(home, password);
  // Stored only after it is set: if the start is interrupted in between, the next one sets a new password.
  const draftFile = `${home.passwordFile}.draft`;
  await writeFile(draftFile, `${password}\n`, { mode: 0o600 });
  await rename(draftFile, home.passwordFile);
  return password;
}

/** The error for a database whose password is lost, to which nobody can log in; undefined otherwise. */
export function findPasswordProblem(home: Neo4jHome): AtlasError | undefined {
  return hasDatabase(home) && !existsSync(home.passwordFile) ? passwordLostError(home) : undefined;
}

/**
 * Writes the file from which Neo4j reads the initial password at its first start. Equivalent to
 * `neo4j-admin dbms set-initial-password`, which would start a second Java and take some seconds.
 */
async function setInitialPassword(home: Neo4jHome, password: string): Promise<void> {
  const salt = randomBytes(32);
  let digest = sha256(salt, Buffer.from(password));
  for (let round = 1; round < hashRounds; round += 1) digest = sha256(digest);
  const userLine = `neo4j:SHA-256,${digest.toString('hex')},${salt.toString('hex')},${hashRounds}:\n`;
  await writeFile(join(home.directory, 'data', 'dbms', 'auth.ini'), userLine, { mode: 0o600 });
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function passwordLostError(home: Neo4jHome): AtlasError {
  return new AtlasError(
    'DATABASE_REFUSED',
    `There is a database in ${home.directory}, but its password file ${home.passwordFile} is missing. ` +
      `Restore that file, or remove the directory to have the database created and loaded again.`,
  );
}
