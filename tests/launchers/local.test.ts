import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/neo4j/database.js';
import { findClassArchive } from '../../src/launchers/local/class-archive.js';
import { findLocalRuntime } from '../../src/launchers/local/local-runtime.js';
import { isRunning, waitForExit } from '../../src/launchers/processes.js';
import { writeDataset } from '../dataset/small-dataset.js';
import { runAtlas, messagesOf } from '../setup/command-line.js';
import { startLocalNeo4j, type LocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { writeKeptNode, readKeptNodes, readLockFile, startServerIn } from './local-server.js';

describe('a Neo4j started as a child process', () => {
  const directory = join(createTemporaryDirectory(), '数据');
  const home = join(directory, 'neo4j');
  let local: LocalNeo4j;

  beforeAll(async () => {
    local = await startLocalNeo4j(directory);
  });
  afterAll(() => local.neo4j.stop());

  it('reports the directory of its data and of its log', () => {
    expect(local.lines.at(-1)).toBe(
      `Starting Neo4j Community 5.26.30 (data in ${home}, log in ${join(home, 'logs', 'console.log')})`,
    );
    expect(local.neo4j.description).toContain(`password in ${join(home, 'password')}`);
  });

  it('writes its log and its data to the configured directory', () => {
    expect(readFileSync(join(home, 'logs', 'console.log'), 'utf8')).toContain('Started.');
    expect(existsSync(join(home, 'data', 'databases', 'neo4j'))).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('loads its Java classes from the class archive if there is one', async () => {
    const { cacheDir, javaHome } = readConfig(process.env).neo4j;
    const needs = await findLocalRuntime({ dataDir: directory, cacheDir, javaHome });
    if ('missing' in needs) throw new Error(needs.missing);
    const { isUsed, flags } = await findClassArchive(needs);
    const file = flags[0]?.replace('-XX:SharedArchiveFile=', '') ?? 'none';
    expect(readFileSync(`/proc/${readLockFile(directory).neo4j.pid}/maps`, 'utf8').includes(file)).toBe(isUsed);
  });

  it('has a generated password in a file that only the owner can read', () => {
    const file = join(home, 'password');
    expect(readFileSync(file, 'utf8').trim()).toMatch(/^[\w-]{32}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(home).mode & 0o777).toBe(0o700);
  });

  it.each(['neo4j', ''])('rejects the password "%s"', async (password) => {
    await expect(openDatabase({ ...local.neo4j.target, password })).rejects.toMatchObject({ code: 'DATABASE_REFUSED' });
  });

  it('listens on the loopback interface only', async () => {
    const port = Number(new URL(local.neo4j.target.uri).port);
    const networkAddresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
    for (const { address } of networkAddresses.filter(
      ({ internal: isInternal, family }) => !isInternal && family === 'IPv4',
    )) {
      expect(await canConnect(address, port), address).toBe(false);
    }
    expect(await canConnect('127.0.0.1', port)).toBe(true);
  });

  it('is shared by commands of other processes, which do not stop it', async () => {
    const environment = { ATLAS_DATA_DIR: directory };
    const command = runAtlas(['with-neo4j', '--neo4j=local', 'sh', '-c', 'echo found $NEO4J_URI'], environment);
    const { uri } = local.neo4j.target;
    expect(await command.ended).toBe(0);
    expect(command.output()).toBe(
      `Using the Neo4j at ${uri}, started by process ${process.pid} in ${home}\nfound ${uri}\n`,
    );
    await (await openDatabase(local.neo4j.target)).close();
  });

  it('is not shared with a second server, which exits with the id of the process that uses the database', async () => {
    const environment = { ATLAS_DATA_DIR: directory, PORT: '0' };
    const secondServer = runAtlas(['start', '--neo4j=local', await writeDataset()], environment);
    expect(await secondServer.ended).toBe(5);
    expect(messagesOf(secondServer.errors())).toBe(
      `The database in ${home} is used by process ${process.pid}. Stop that process, ` +
        `or set ATLAS_DATA_DIR to another directory to run a second database.\n`,
    );
    await (await openDatabase(local.neo4j.target)).close();
  });

  it('ends and releases its directory when it is stopped', async () => {
    await writeKeptNode(local.neo4j.target);
    const { neo4j } = readLockFile(directory);
    await local.neo4j.stop();
    expect(isRunning(neo4j)).toBe(false);
    expect(existsSync(join(home, 'in-use.json'))).toBe(false);
  });

  it('has its data after a restart, and stops when its server is killed', async () => {
    const server = await startServerIn(directory);
    expect(await readKeptNodes(server.target)).toEqual([{ n: 7 }]);
    const { neo4j, server: serverProcess } = readLockFile(directory);
    process.kill(serverProcess.pid, 'SIGKILL');
    expect(await waitForExit(neo4j, 300_000)).toBe(true);
    await server.ended;
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 60_000 });
    const finish = (isConnected: boolean) => () => {
      socket.destroy();
      resolve(isConnected);
    };
    socket.on('connect', finish(true)).on('error', finish(false)).on('timeout', finish(false));
  });
}
