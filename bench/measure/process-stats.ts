import { readdirSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const samplingMs = 100;

/** The CPU seconds used so far by a process and its descendants. */
export function cpuSeconds(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, processId) => sum + cpuTicks(processId), 0) / ticksPerSecond;
}

/** Samples the resident memory of a process. The returned function stops sampling and returns the peak in megabytes. */
export function watchMemory(pid: number): () => number {
  let peak = residentMb(pid);
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMb(pid));
  }, samplingMs);
  return () => {
    clearInterval(timer);
    return Math.max(peak, residentMb(pid));
  };
}

/** The bytes that a process has read from files so far, also from the cache of the operating system. */
export function readBytes(pid: number): number {
  return Number(/^rchar: (\d+)/m.exec(read(`/proc/${pid}/io`))?.[1] ?? 0);
}

/** The resident memory of a process and its descendants, in megabytes. */
export function residentTreeMb(pid: number): number {
  return [pid, ...descendants(pid)].reduce((sum, processId) => sum + residentMb(processId), 0);
}

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

function cpuTicks(pid: number): number {
  const fields = statFields(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), Number(statFields(Number(name))[1] ?? 0));
  }
  const descendantsOf = (parent: number): number[] =>
    [...parents].flatMap(([child, childParent]) => (childParent === parent ? [child, ...descendantsOf(child)] : []));
  return descendantsOf(pid);
}

// The program's name is in parentheses and may contain spaces. Fields are counted after it, starting with the state.
function statFields(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
