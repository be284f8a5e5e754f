import type { ServerOptions } from '../setup/api.js';
import type { TestRedis } from '../setup/redis.js';

/** How the servers of a test case are configured. */
export interface Mode {
  readonly title: string;
  /** The settings of each server; requests go to the servers in turn. */
  readonly servers: readonly NonNullable<ServerOptions['read']>[];
  /** Whether each group of requests starts new servers. */
  readonly hasNewServers?: boolean;
  /** Runs before the servers start. */
  readonly prepare?: () => Promise<void>;
}

const uncached = { executor: 'jit', isCacheEnabled: false } as const;
const cached = { executor: 'jit', isCacheEnabled: true } as const;
const withOwnQueries = { ...uncached, genericReads: 0 } as const;
const withBothQueries = { ...uncached, genericReads: 2 } as const;
const withGraphqlJs = { executor: 'graphql-js', isCacheEnabled: false } as const;

/** The modes that need only Neo4j. */
export const modes: readonly Mode[] = [
  { title: 'with new servers for each group of requests', servers: [uncached], hasNewServers: true },
  { title: 'with one server, whose parsed operations are cached', servers: [withBothQueries] },
  { title: 'with a server that reads each operation by its own query', servers: [withOwnQueries] },
  { title: 'with a server that executes with graphql-js', servers: [withGraphqlJs] },
  { title: 'with a server that caches responses', servers: [cached] },
];

/** Returns a mode of two servers that cache responses in one Redis. */
export function sharedCacheMode(redis: TestRedis): Mode {
  const sharedCache = { ...cached, cacheUrl: redis.url };
  const title = 'with two servers that share a response cache in Redis';
  return { title, servers: [sharedCache, sharedCache], prepare: () => redis.flushAll() };
}

/** Returns a mode with one server of each kind and two that share a Redis. */
export function combinedMode(redis: TestRedis): Mode {
  const sharedMode = sharedCacheMode(redis);
  return {
    ...sharedMode,
    title: 'before and after a write',
    servers: [uncached, withOwnQueries, withGraphqlJs, cached, ...sharedMode.servers],
  };
}
