import { afterAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../../src/launchers/local/free-port.js';
import { runCommand, type RunningCommand } from '../setup/command-line.js';
import { sharedNeo4j } from '../setup/databases.js';
import { sendQuery } from './send-query.js';

/** A script of package.json that runs the server, and the processes that receive the signal to stop. */
export type NpmRun = readonly [script: 'start' | 'dev', receiver: 'npm alone' | 'the process group, as Ctrl-C does'];

/** Tests that a signal stops an npm script that runs the server, and all of its child processes. */
export function describeNpmRun(runs: readonly NpmRun[]): void {
  describe('a server run by npm', () => {
    const shared = sharedNeo4j();
    const startedCommands: RunningCommand[] = [];
    afterAll(() => {
      for (const { child } of startedCommands) if (child.exitCode === null) child.kill('SIGTERM');
    });

    it.each(runs)('as %s stops when a signal is sent to %s', async (script, receiver) => {
      const port = await findFreePort();
      const npm = runCommand('npm', ['run', script], {
        NEO4J_URI: shared.target.uri,
        NEO4J_PASSWORD: shared.target.password,
        PORT: String(port),
        // On a busy machine any operation may be slow, also one that ends while the server stops.
        SLOW_OPERATION: '0',
      });
      startedCommands.push(npm);
      await npm.waitFor(/Ctrl-C/);
      const pid = npm.child.pid ?? 0;
      if (receiver === 'npm alone') process.kill(pid, 'SIGTERM');
      else process.kill(-pid, 'SIGINT');
      // Its output ends only when every child process has exited, including those started by a shell.
      expect(await npm.ended).toBe(0);
      expect(npm.output()).toMatch(/Stopping.*\n.*Stopped.*\n\s*$/);
      expect(npm.errors()).not.toMatch(/^\s+at /m);
      await expect(sendQuery(`http://localhost:${port}`)).rejects.toThrow();
      expect(await runCommand('pgrep', ['-g', String(pid)], {}).ended).toBe(1);
    });
  });
}
