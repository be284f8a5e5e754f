import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { AtlasError } from '../../../errors.js';
import { javaFlags, neo4jConf } from './settings.js';

const run = promisify(execFile);

/** The folder of one Neo4j: its settings, data, logs and password. */
export interface Neo4jHome {
  readonly folder: string;
  readonly confFolder: string;
  /** Where all that Neo4j prints is kept. */
  readonly logFile: string;
  /** Readable by its owner only. */
  readonly passwordFile: string;
}

/** The paths inside a Neo4j's folder. */
export function homeIn(folder: string): Neo4jHome {
  return {
    folder,
    confFolder: join(folder, 'conf'),
    logFile: join(folder, 'logs', 'console.log'),
    passwordFile: join(folder, 'password'),
  };
}

/** Makes the folders, which nobody else may look into. */
export async function makeFolders(home: Neo4jHome): Promise<void> {
  await mkdir(home.folder, { recursive: true, mode: 0o700 });
  for (const name of ['conf', 'logs', 'data', 'import', 'plugins', 'run']) {
    await mkdir(join(home.folder, name), { recursive: true });
  }
}

/** Writes the settings for this start. */
export async function writeConf(home: Neo4jHome, boltPort: number): Promise<void> {
  await writeFile(join(home.confFolder, 'neo4j.conf'), neo4jConf(boltPort));
}

/** The password of this Neo4j, generated and set at the first start. */
export async function passwordOf(home: Neo4jHome, java: string, jarFolder: string): Promise<string> {
  if (existsSync(home.passwordFile)) return (await readFile(home.passwordFile, 'utf8')).trim();
  // A folder in which Neo4j has run, but whose password is lost, cannot be opened by anyone: say so.
  if (existsSync(join(home.folder, 'data', 'databases'))) throw passwordLost(home);
  const password = randomBytes(24).toString('base64url');
  await setInitialPassword(home, java, jarFolder, password);
  // Kept only once it is set: a start that was cut short in between sets a new one.
  const draft = `${home.passwordFile}.draft`;
  await writeFile(draft, `${password}\n`, { mode: 0o600 });
  await rename(draft, home.passwordFile);
  return password;
}

async function setInitialPassword(home: Neo4jHome, java: string, jarFolder: string, password: string): Promise<void> {
  const command = ['org.neo4j.server.startup.Neo4jAdminCommand', 'dbms', 'set-initial-password', '--', password];
  // Arguments in a file of mode 0600, because those of a command line can be seen by everyone on the machine.
  const argumentFile = `${home.passwordFile}.arguments`;
  const lines = [...javaFlags(jarFolder, 'short'), ...command].map((text) => JSON.stringify(text));
  await writeFile(argumentFile, lines.join('\n'), { mode: 0o600 });
  try {
    await run('env', [`NEO4J_HOME=${home.folder}`, `NEO4J_CONF=${home.confFolder}`, java, `@${argumentFile}`]);
  } finally {
    await rm(argumentFile, { force: true });
  }
}

function passwordLost(home: Neo4jHome): AtlasError {
  return new AtlasError(
    'DATABASE_REFUSED',
    `There is a database in ${home.folder}, but its password file ${home.passwordFile} is gone. ` +
      `Restore that file, or remove the folder to have the database made and loaded anew.`,
  );
}
