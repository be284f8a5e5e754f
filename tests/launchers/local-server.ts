import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFailed } from 'vitest';
import { z } from 'zod';
import { openDatabase, type DatabaseTarget, type Row } from '../../src/neo4j/database.js';
import type { ProcessIdentity } from '../../src/launchers/processes.js';
import { runAtlas } from '../setup/command-line.js';

const markSchema = z.object({ pid: z.number(), started: z.string() });

/** Starts a server process with a Neo4j whose data is in a directory, as `npm start` does. */
export async function startServerIn(
  directory: string,
): Promise<{ target: DatabaseTarget; ended: Promise<number | string> }> {
  const args = ['with-neo4j', '--neo4j=local', process.execPath, '-e', holdOpenScript];
  // Java encodes file names in the encoding of the locale; that of POSIX is ASCII.
  const server = runAtlas(args, { ATLAS_DATA_DIR: directory, LC_ALL: 'POSIX' });
  onTestFailed(() => void server.child.kill('SIGTERM'));
  const [, uri = ''] = await server.waitFor(/ready at (\S+)/);
  const password = readFileSync(join(directory, 'neo4j', 'password'), 'utf8').trim();
  return { target: { uri, username: 'neo4j', password }, ended: server.ended };
}

/** A script that prints the address of its Neo4j, and exits when its parent process ends. */
const holdOpenScript = `
  console.log('ready at ' + process.env.NEO4J_URI);
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(), 100);
`;

/** Writes a node, to test that it persists across restarts. */
export async function writeKeptNode(target: DatabaseTarget): Promise<void> {
  const database = await openDatabase(target);
  const create = { name: 'keep', text: 'CREATE (:Kept {n: $n})', parameters: { n: 7n } };
  await database.write((transaction) => transaction.run(create));
  await database.close();
}

/** Reads the nodes that `writeKeptNode` wrote. */
export async function readKeptNodes(target: DatabaseTarget): Promise<Row[]> {
  const database = await openDatabase(target);
  const rows = await database.read({ name: 'kept', text: 'MATCH (k:Kept) RETURN k.n AS n', parameters: {} });
  await database.close();
  return rows;
}

/** Reads the lock file of a database directory: the processes of the server and of its Neo4j. */
export function readLockFile(directory: string): { server: ProcessIdentity; neo4j: ProcessIdentity } {
  const content: unknown = JSON.parse(readFileSync(join(directory, 'neo4j', 'in-use.json'), 'utf8'));
  return z.object({ server: markSchema, neo4j: markSchema }).parse(content);
}
