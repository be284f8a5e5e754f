import type { Neo4jProcess } from '../../src/launchers/local/neo4j-process.js';
import { sendSignal } from '../../src/launchers/processes.js';
import { waitUntilOpen } from '../../src/launchers/wait-until-open.js';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** How long to wait, in milliseconds, and the signal that ends the wait. */
interface WaitOptions {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** Waits until a Neo4j responds, and returns the function that kills it; kills it if it does not start. */
export async function waitOrKill(
  child: Neo4jProcess,
  target: DatabaseTarget,
  { timeoutMs, signal }: WaitOptions,
): Promise<() => Promise<void>> {
  const kill = async (): Promise<void> => {
    sendSignal(child.identity, 'SIGKILL');
    await child.ended;
  };
  try {
    await waitUntilOpen(target, timeoutMs, signal, async () => {
      if (child.hasEnded()) throw new Error(`Neo4j exited during startup:\n${child.readOutput()}`);
      return undefined;
    });
    return kill;
  } catch (error) {
    await kill();
    throw error;
  }
}
