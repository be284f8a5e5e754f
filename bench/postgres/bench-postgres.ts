import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { spawnGuarded } from '../../src/launchers/local/guard.js';
import { findFreePort } from '../../src/launchers/local/free-port.js';

const run = promisify(execFile);

/** A running PostgreSQL, exclusive to this run. */
export interface BenchPostgres {
  readonly connectionString: string;
  readonly pid: number;
  /** Stops it and removes its directory. */
  stop(): Promise<void>;
}

const settings = ['fsync=off', 'shared_buffers=1GB', 'work_mem=64MB', 'max_wal_size=8GB', 'listen_addresses=127.0.0.1'];

/** Starts PostgreSQL in a new directory; undefined if it is not installed. */
export async function startPostgres(): Promise<BenchPostgres | undefined> {
  if (!isInstalled()) return undefined;
  // Outside the run's directory, which PostgreSQL's user cannot access.
  const directory = await mkdtemp(join(tmpdir(), 'aigc-atlas-bench-postgres-'));
  const userPrefix = await prepareUserPrefix(directory);
  const command = (program: string, ...args: string[]): [string, ...string[]] =>
    [...userPrefix, program, ...args] as [string, ...string[]];
  const [program, ...programArguments] = command(
    'initdb',
    '-D',
    directory,
    '-U',
    'bench',
    '-A',
    'trust',
    '--locale=C',
    '-E',
    'UTF8',
  );
  await run(program, programArguments);
  const port = await findFreePort();
  const log = await open(join(directory, 'log'), 'a');
  const options = settings.flatMap((setting) => ['-c', setting]);
  const { guard, identity } = await spawnGuarded(
    command('postgres', '-D', directory, '-p', String(port), '-k', directory, ...options),
    log.fd,
  );
  await log.close();
  const connectionString = `postgresql://bench@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    const exited = guard.exitCode === null ? once(guard, 'exit') : undefined;
    process.kill(identity.pid, 'SIGINT');
    await exited;
    await rm(directory, { recursive: true, force: true });
  };
  await waitUntilReady(connectionString);
  return { connectionString, pid: identity.pid, stop };
}

function isInstalled(): boolean {
  try {
    for (const program of ['postgres', 'initdb', 'psql']) execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The command prefix that drops root privileges, as PostgreSQL requires. Also changes the directory's owner. */
async function prepareUserPrefix(directory: string): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  await chown(directory, id('-u'), id('-g'));
  return ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'];
}

async function waitUntilReady(connectionString: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      await run('psql', [connectionString, '-c', 'SELECT 1']);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(200);
    }
  }
}
