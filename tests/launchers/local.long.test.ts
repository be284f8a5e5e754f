import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../../src/launchers/processes.js';
import { startLocalNeo4j } from '../setup/local-neo4j.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { writeKeptNode, readKeptNodes, readLockFile, startServerIn } from './local-server.js';

describe('a Neo4j started as a child process', () => {
  const directory = createTemporaryDirectory();

  it('is stopped by the next start if its guard was killed with the server, and keeps its data', async () => {
    const server = await startServerIn(directory);
    await writeKeptNode(server.target);
    const { neo4j, server: serverProcess } = readLockFile(directory);
    // A server stops Neo4j when its guard ends; a suspended server cannot do so before it is killed.
    process.kill(serverProcess.pid, 'SIGSTOP');
    for (const pid of [...listGuardPids(neo4j.pid), serverProcess.pid]) process.kill(pid, 'SIGKILL');
    await server.ended;
    expect(isRunning(neo4j)).toBe(true);

    const local = await startLocalNeo4j(directory);
    expect(isRunning(neo4j)).toBe(false);
    expect(local.lines.some((line) => line.includes(`Stopping the Neo4j (process ${neo4j.pid})`))).toBe(true);
    expect(await readKeptNodes(local.neo4j.target)).toEqual([{ n: 7 }]);
    await local.neo4j.stop();
  });
});

/** Returns the process ids of a Neo4j's process group, without Neo4j itself. */
function listGuardPids(neo4j: number): number[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const group = processes.find(([pid]) => pid === neo4j)?.[1];
  return processes.flatMap(([pid, pgid]) => (pid !== undefined && pgid === group && pid !== neo4j ? [pid] : []));
}
