import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../shared/caught-error.js';

/** Identifies a process, also after its process id was reused. */
export interface ProcessMark {
  readonly pid: number;
  /** When the process was started, in a system-specific format. */
  readonly started: string;
}

/** The identity of a running process; undefined if none has this process id. */
export function markOf(pid: number): ProcessMark | undefined {
  const started = process.platform === 'linux' ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === undefined || started === '' ? undefined : { pid, started };
}

/** Whether exactly this process is still running. */
export function isRunning(mark: ProcessMark): boolean {
  return markOf(mark.pid)?.started === mark.started;
}

/** Sends a signal to exactly this process. Does nothing if it has exited. */
export function signal(mark: ProcessMark, name: NodeJS.Signals): void {
  if (!isRunning(mark)) return;
  try {
    process.kill(mark.pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Waits until the process has exited; false if it still runs after the timeout. */
export async function waitUntilGone(mark: ProcessMark, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(mark)) {
    if (Date.now() > deadline) return false;
    await delay(50);
  }
  return true;
}

/** Sends SIGTERM to the process, and SIGKILL if it still runs after the timeout. */
export async function endProcess(mark: ProcessMark, timeoutMs: number): Promise<void> {
  signal(mark, 'SIGTERM');
  if (await waitUntilGone(mark, timeoutMs)) return;
  signal(mark, 'SIGKILL');
  await waitUntilGone(mark, 5_000);
}

function startedOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program name is in parentheses and may contain spaces, so count the fields after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const isZombie = fields[0] === 'Z';
    return isZombie ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function startedElsewhere(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}
