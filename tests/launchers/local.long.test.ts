import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isRunning } from '../../src/launchers/processes.js';
import { startLocalIn } from '../setup/local-neo4j.js';
import { temporaryFolder } from '../setup/temporary-folder.js';
import { keep, kept, noteOf, serverIn } from './local-server.js';

describe('a Neo4j started as a child process', () => {
  const folder = temporaryFolder();

  it('is stopped by the next start if its guard was killed with the server, and keeps its data', async () => {
    const server = await serverIn(folder);
    await keep(server.target);
    const { neo4j, server: mark } = noteOf(folder);
    // A server stops Neo4j when its guard ends; a suspended server cannot do so before it is killed.
    process.kill(mark.pid, 'SIGSTOP');
    for (const pid of [...guardsOf(neo4j.pid), mark.pid]) process.kill(pid, 'SIGKILL');
    await server.ended;
    expect(isRunning(neo4j)).toBe(true);

    const local = await startLocalIn(folder);
    expect(isRunning(neo4j)).toBe(false);
    expect(local.lines.some((line) => line.includes(`Stopping the Neo4j (process ${neo4j.pid})`))).toBe(true);
    expect(await kept(local.neo4j.target)).toEqual([{ n: 7 }]);
    await local.neo4j.stop();
  });
});

/** Returns the process ids of a Neo4j's process group, without Neo4j itself. */
function guardsOf(neo4j: number): number[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const group = processes.find(([pid]) => pid === neo4j)?.[1];
  return processes.flatMap(([pid, pgid]) => (pid !== undefined && pgid === group && pid !== neo4j ? [pid] : []));
}
