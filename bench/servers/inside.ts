import { z } from 'zod';
import { startProfile } from './profile.js';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** What a server's process is told by the bench. */
export interface Assignment {
  readonly port: number;
  readonly neo4j: DatabaseTarget;
  readonly postgres: string | undefined;
  /** Where the empty route gets the answer that it returns. */
  readonly ours: string | undefined;
  /** Whether a server that can keep answers may. */
  readonly cache: boolean;
}

const target = z.object({ uri: z.string(), username: z.string(), password: z.string() });

let statements = 0;

// What runs these files has every new error looked up in source maps, and the driver makes one for each statement: a
// cost that no server has where it is installed.
process.setSourceMapsEnabled(false);

/** Reads what the bench has told this process. */
export function readAssignment(): Assignment {
  const { BENCH_PORT: port, BENCH_NEO4J: neo4j = '{}', BENCH_POSTGRES: postgres, BENCH_CACHE: cache } = process.env;
  const { BENCH_OURS: ours } = process.env;
  return { port: Number(port), neo4j: target.parse(JSON.parse(neo4j)), postgres, ours, cache: cache === 'on' };
}

/** Has every call of a method counted as a statement sent to a database. */
export function countCalls(prototype: object, method: string): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new TypeError(`${method} must be a method to be counted.`);
  Reflect.set(prototype, method, function counted(this: unknown, ...args: unknown[]): unknown {
    statements += 1;
    return Reflect.apply(original, this, args);
  });
}

/** Tells the bench that this server listens, answers what it asks, and ends with the bench. */
export function announce(): void {
  process.on('message', (question) => void answer(String(question)).then((told) => process.send?.(told)));
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}

let endProfile: Awaited<ReturnType<typeof startProfile>> | undefined;

// How many statements were sent, or what a profile that was begun has found; beginning one is answered by true.
async function answer(question: string): Promise<unknown> {
  if (question === 'statements') return statements;
  if (question === 'shares') return endProfile?.();
  endProfile = await startProfile();
  return true;
}
