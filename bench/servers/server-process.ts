import { z } from 'zod';
import { startProfile } from './profile.js';
import type { DatabaseTarget } from '../../src/neo4j/database.js';

/** The configuration of a server process. */
export interface ServerConfig {
  readonly port: number;
  readonly neo4j: DatabaseTarget;
  readonly postgres: string | undefined;
  /** The URL of our server, whose response the `fastify` server returns. */
  readonly ours: string | undefined;
  /** Whether our server's response cache is on. */
  readonly cache: boolean;
}

const target = z.object({ uri: z.string(), username: z.string(), password: z.string() });

let statements = 0;

/** Parses the configuration from the environment variables. */
export function readServerConfig(): ServerConfig {
  const { BENCH_PORT: port, BENCH_NEO4J: neo4j = '{}', BENCH_POSTGRES: postgres, BENCH_CACHE: cache } = process.env;
  const { BENCH_OURS: ours } = process.env;
  return { port: Number(port), neo4j: target.parse(JSON.parse(neo4j)), postgres, ours, cache: cache === 'on' };
}

/** Wraps a method of a prototype to count its calls as statements. */
export function countCalls(prototype: object, method: string): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== 'function') throw new TypeError(`Cannot count calls of ${method}: it is not a method.`);
  Reflect.set(prototype, method, function counted(this: unknown, ...args: unknown[]): unknown {
    statements += 1;
    return Reflect.apply(original, this, args);
  });
}

/** Notifies the parent process that this server listens, replies to its messages, and exits when it disconnects. */
export function notifyReady(): void {
  process.on('message', (message) => void handleMessage(String(message)).then((reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit(0));
  process.send?.('ready');
}

let endProfile: Awaited<ReturnType<typeof startProfile>> | undefined;

// `statements` returns their count, `profile` starts a profile, `shares` ends it and returns the shares.
async function handleMessage(message: string): Promise<unknown> {
  if (message === 'statements') return statements;
  if (message === 'shares') return endProfile?.();
  endProfile = await startProfile();
  return true;
}
