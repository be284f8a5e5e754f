import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

const lastCore = cpus().length - 1;

/** Lets the servers run on the first core only, and the database and this load generator on the others. */
export function separateCores(serverPids: readonly number[], databasePid: number): void {
  for (const pid of serverPids) pin(pid, '0');
  for (const pid of [databasePid, process.pid]) pin(pid, `1-${lastCore}`);
}

/** Lets the database and this load generator run on all cores again. */
export function shareCores(databasePid: number): void {
  for (const pid of [databasePid, process.pid]) pin(pid, `0-${lastCore}`);
}

// Threads that a pinned thread starts are pinned too.
function pin(pid: number, cores: string): void {
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' });
}
