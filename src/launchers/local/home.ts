import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AtlasError } from '../../errors.js';
import type { DatabaseTarget } from '../../neo4j/database.js';
import { neo4jConf } from './settings.js';

/** How often Neo4j hashes a password before it compares. */
const hashRounds = 1024;

/** The folder of one Neo4j: its settings, data, logs and password. */
export interface Neo4jHome {
  readonly folder: string;
  readonly confFolder: string;
  /** Where all that Neo4j prints is kept. */
  readonly logFile: string;
  /** Where Neo4j itself notes what it does. */
  readonly debugLogFile: string;
  /** Readable by its owner only. */
  readonly passwordFile: string;
}

/** The paths inside a Neo4j's folder. */
export function homeIn(folder: string): Neo4jHome {
  return {
    folder,
    confFolder: join(folder, 'conf'),
    logFile: join(folder, 'logs', 'console.log'),
    debugLogFile: join(folder, 'logs', 'debug.log'),
    passwordFile: join(folder, 'password'),
  };
}

/** Makes the folders, which nobody else may look into. */
export async function makeFolders(home: Neo4jHome): Promise<void> {
  await mkdir(home.folder, { recursive: true, mode: 0o700 });
  for (const name of ['conf', 'logs', 'data/dbms', 'import', 'plugins', 'run']) {
    await mkdir(join(home.folder, name), { recursive: true });
  }
}

/** Writes the settings for this start. */
export async function writeConf(home: Neo4jHome, boltPort: number): Promise<void> {
  await writeFile(join(home.confFolder, 'neo4j.conf'), neo4jConf(boltPort));
}

/** Whether Neo4j has run in the folder before. */
export function hasDatabase(home: Neo4jHome): boolean {
  return existsSync(join(home.folder, 'data', 'databases'));
}

/** How to sign in to a Neo4j that answers there. */
export function targetAt(uri: string, password: string): DatabaseTarget {
  return { uri, username: 'neo4j', password, database: 'neo4j' };
}

/** The password of this Neo4j, generated and set at the first start. */
export async function passwordOf(home: Neo4jHome): Promise<string> {
  if (existsSync(home.passwordFile)) return (await readFile(home.passwordFile, 'utf8')).trim();
  // A folder in which Neo4j has run, but whose password is lost, cannot be opened by anyone: say so.
  if (hasDatabase(home)) throw passwordLost(home);
  const password = randomBytes(24).toString('base64url');
  await setInitialPassword(home, password);
  // Kept only once it is set: a start that was cut short in between sets a new one.
  const draft = `${home.passwordFile}.draft`;
  await writeFile(draft, `${password}\n`, { mode: 0o600 });
  await rename(draft, home.passwordFile);
  return password;
}

/**
 * Writes the file from which Neo4j takes the password of its first user when it first starts. Its own command for this,
 * `neo4j-admin dbms set-initial-password`, writes the same and takes a second Java some seconds.
 */
async function setInitialPassword(home: Neo4jHome, password: string): Promise<void> {
  const salt = randomBytes(32);
  let digest = sha256(salt, Buffer.from(password));
  for (let round = 1; round < hashRounds; round += 1) digest = sha256(digest);
  const user = `neo4j:SHA-256,${digest.toString('hex')},${salt.toString('hex')},${hashRounds}:\n`;
  await writeFile(join(home.folder, 'data', 'dbms', 'auth.ini'), user, { mode: 0o600 });
}

function sha256(...parts: readonly Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function passwordLost(home: Neo4jHome): AtlasError {
  return new AtlasError(
    'DATABASE_REFUSED',
    `There is a database in ${home.folder}, but its password file ${home.passwordFile} is gone. ` +
      `Restore that file, or remove the folder to have the database made and loaded anew.`,
  );
}
