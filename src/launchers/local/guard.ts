import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { markOf, type ProcessMark } from '../processes.js';

/**
 * A shell between us and Neo4j. It reads from a pipe that only we hold, and the reading ends when we do,
 * however that comes about: even after `kill -9` of the server, Neo4j is asked to stop. The locale is for Java, which
 * opens files whose names go beyond ASCII in none but such a one.
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

/** A guarded child: the guard itself, and the mark of the program it runs. */
export interface Guarded {
  readonly guard: ChildProcess;
  readonly mark: ProcessMark;
}

/** Runs the command under a guard, in a process group of its own so that a Ctrl-C at the terminal does not reach it. */
export async function spawnGuarded(command: readonly string[], logDescriptor: number): Promise<Guarded> {
  const guard = spawn('/bin/sh', ['-c', script, 'guard', ...command], {
    detached: true,
    stdio: ['pipe', logDescriptor, logDescriptor, 'pipe'],
  });
  const pid = await Promise.race([readPid(guard), once(guard, 'exit').then(() => undefined)]);
  const mark = pid === undefined ? undefined : markOf(pid);
  return { guard, mark: mark ?? { pid: pid ?? 0, started: 'ended at once' } };
}

async function readPid(guard: ChildProcess): Promise<number | undefined> {
  const pipe = guard.stdio[3];
  if (pipe === null || pipe === undefined || !('read' in pipe)) return undefined;
  for await (const line of createInterface({ input: pipe })) return Number(line);
  return undefined;
}
