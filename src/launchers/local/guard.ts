import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { identifyProcess } from '../processes.js';

/**
 * A shell between this process and Neo4j. It reads from a pipe that only this process holds open. The pipe closes when
 * this process ends, even by `kill -9`, and the shell then sends SIGTERM to Neo4j. Java needs the UTF-8 locale to open
 * files with non-ASCII names.
 */
const script = `
exec 4<&0
LC_ALL=C.UTF-8 "$@" </dev/null 3>&- 4<&- &
neo4j=$!
echo "$neo4j" >&3
( read -r line <&4; kill -TERM "$neo4j" 2>/dev/null ) 3>&- &
watcher=$!
exec 3>&- 4<&-
wait "$neo4j"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

/**
 * Runs a command under a guard, in a separate process group so that Ctrl-C in a terminal does not reach it. Returns the
 * guard, and the identity of the program that it runs.
 */
export async function spawnGuarded(command: readonly string[], logDescriptor: number) {
  const guard = spawn('/bin/sh', ['-c', script, 'guard', ...command], {
    detached: true,
    stdio: ['pipe', logDescriptor, logDescriptor, 'pipe'],
  });
  const pid = await Promise.race([readPid(guard), once(guard, 'exit').then(() => undefined)]);
  const identity = pid === undefined ? undefined : identifyProcess(pid);
  return { guard, identity: identity ?? { pid: pid ?? 0, started: 'ended at once' } };
}

async function readPid(guard: ChildProcess): Promise<number | undefined> {
  const pipe = guard.stdio[3];
  if (pipe === null || pipe === undefined || !('read' in pipe)) return undefined;
  for await (const line of createInterface({ input: pipe })) return Number(line);
  return undefined;
}
