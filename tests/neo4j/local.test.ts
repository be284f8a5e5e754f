import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest';
import { z } from 'zod';
import { openDatabase, type DatabaseTarget, type Row } from '../../src/neo4j/database.js';
import { isRunning, waitUntilGone, type ProcessMark } from '../../src/neo4j/ways/processes.js';
import { atlas } from '../setup/command-line.js';
import { startLocalIn, type LocalNeo4j } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';

const markSchema = z.object({ pid: z.number(), started: z.string() });

describe('a Neo4j started as a child process', () => {
  const folder = temporaryFolder();
  const home = join(folder, 'neo4j');
  let local: LocalNeo4j;

  beforeAll(async () => {
    local = await startLocalIn(folder);
  });
  afterAll(() => local.neo4j.stop());

  it('tells where its data and its log are', () => {
    expect(local.lines.at(-1)).toBe(
      `Starting Neo4j Community 5.26.30 (data in ${home}, log in ${join(home, 'logs', 'console.log')})`,
    );
    expect(local.neo4j.description).toContain(`password in ${join(home, 'password')}`);
  });

  it('keeps its log and its data in the folder', () => {
    expect(readFileSync(join(home, 'logs', 'console.log'), 'utf8')).toContain('Started.');
    expect(existsSync(join(home, 'data', 'databases', 'neo4j'))).toBe(true);
  });

  it('has a generated password that only its owner can read', () => {
    const file = join(home, 'password');
    expect(readFileSync(file, 'utf8').trim()).toMatch(/^[\w-]{32}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it.each(['neo4j', ''])('lets nobody in with the password "%s"', async (password) => {
    await expect(openDatabase({ ...local.neo4j.target, password })).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
  });

  it('listens on the loopback only', async () => {
    const port = Number(new URL(local.neo4j.target.uri).port);
    const others = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const { address } of others.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      expect(await connects(address, port), address).toBe(false);
    }
    expect(await connects('127.0.0.1', port)).toBe(true);
  });

  it('is not shared with a second instance, which is told who uses the database', async () => {
    const second = atlas(['load', '--neo4j=local'], { ATLAS_DATA_DIR: folder });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toBe(
      `The database in ${home} is used by process ${process.pid}. Stop that process, ` +
        `or set ATLAS_DATA_DIR to another folder to run a second database beside it.\n`,
    );
    await (await openDatabase(local.neo4j.target)).close();
  });

  it('is gone when it is stopped', async () => {
    const database = await openDatabase(local.neo4j.target);
    const create = { name: 'keep', text: 'CREATE (:Kept {n: $n})', parameters: { n: 7n } };
    await database.write((transaction) => transaction.run(create));
    await database.close();
    const { neo4j } = noteOf(folder);
    await local.neo4j.stop();
    expect(isRunning(neo4j)).toBe(false);
    expect(existsSync(join(home, 'in-use.json'))).toBe(false);
  });

  it('has its data when it is started again, and stops by itself when its server is killed', async () => {
    const server = await serverIn(folder);
    expect(await kept(server.target)).toEqual([{ n: 7 }]);
    const { neo4j, server: mark } = noteOf(folder);
    process.kill(mark.pid, 'SIGKILL');
    expect(await waitUntilGone(neo4j, 60_000)).toBe(true);
    await server.ended;
  });

  it('is stopped by the next start when its guard was killed with the server, and has its data then too', async () => {
    const server = await serverIn(folder);
    const { neo4j, server: mark } = noteOf(folder);
    // A server that sees its guard end asks Neo4j to end: one that is held cannot, before it is killed too.
    process.kill(mark.pid, 'SIGSTOP');
    for (const pid of [...guardsOf(neo4j.pid), mark.pid]) process.kill(pid, 'SIGKILL');
    await server.ended;
    expect(isRunning(neo4j)).toBe(true);

    local = await startLocalIn(folder);
    expect(isRunning(neo4j)).toBe(false);
    expect(local.lines.some((line) => line.includes(`Stopping the Neo4j (process ${neo4j.pid})`))).toBe(true);
    expect(await kept(local.neo4j.target)).toEqual([{ n: 7 }]);
  });
});

/** A server process with a Neo4j in the folder, as `npm start` would be. */
async function serverIn(folder: string): Promise<{ target: DatabaseTarget; ended: Promise<number | string> }> {
  const words = ['with-neo4j', '--neo4j=local', process.execPath, '-e', holdOpen];
  const server = atlas(words, { ATLAS_DATA_DIR: folder });
  onTestFailed(() => void server.child.kill('SIGTERM'));
  const [, uri = ''] = await server.waitFor(/ready at (\S+)/);
  const password = readFileSync(join(folder, 'neo4j', 'password'), 'utf8').trim();
  return { target: { uri, username: 'neo4j', password }, ended: server.ended };
}

/** Tells the address it was given, and ends with the process that has started it. */
const holdOpen = `
  console.log('ready at ' + process.env.NEO4J_URI);
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(), 100);
`;

async function kept(target: DatabaseTarget): Promise<Row[]> {
  const database = await openDatabase(target);
  const rows = await database.read({ name: 'kept', text: 'MATCH (k:Kept) RETURN k.n AS n', parameters: {} });
  await database.close();
  return rows;
}

function connects(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const settle = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', settle(true)).on('error', settle(false)).on('timeout', settle(false));
  });
}

/** Who uses the database folder, as noted for the next server. */
function noteOf(folder: string): { server: ProcessMark; neo4j: ProcessMark } {
  const note: unknown = JSON.parse(readFileSync(join(folder, 'neo4j', 'in-use.json'), 'utf8'));
  return z.object({ server: markSchema, neo4j: markSchema }).parse(note);
}

/** The shells of a Neo4j's process group, all but Neo4j itself. */
function guardsOf(neo4j: number): number[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const group = processes.find(([pid]) => pid === neo4j)?.[1];
  return processes.flatMap(([pid, pgid]) => (pid !== undefined && pgid === group && pid !== neo4j ? [pid] : []));
}
