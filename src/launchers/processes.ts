import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../shared/caught-error.js';

/** Identifies a process, also after its process id was reused. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the process was started, in a system-specific format. */
  readonly started: string;
}

/** The identity of a running process; undefined if none has this process id. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const started = process.platform === 'linux' ? readStartTimeOnLinux(pid) : readStartTimeFromPs(pid);
  return started === undefined || started === '' ? undefined : { pid, started };
}

/** Whether exactly this process is still running. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.started === identity.started;
}

/** Sends a signal to exactly this process. Does nothing if it has exited. */
export function sendSignal(identity: ProcessIdentity, name: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

/** Waits until the process has exited; false if it still runs after the timeout. */
export async function waitForExit(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await delay(50);
  }
  return true;
}

/** Sends SIGTERM to the process, and SIGKILL if it still runs after the timeout. */
export async function terminateProcess(identity: ProcessIdentity, timeoutMs: number): Promise<void> {
  sendSignal(identity, 'SIGTERM');
  if (await waitForExit(identity, timeoutMs)) return;
  sendSignal(identity, 'SIGKILL');
  await waitForExit(identity, 5_000);
}

function readStartTimeOnLinux(pid: number): string | undefined {
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

function readStartTimeFromPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}
