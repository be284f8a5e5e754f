import type { Settings } from '../setup/api.js';
import type { TestRedis } from '../setup/redis.js';

/** How the servers of a test case are configured. */
export interface Mode {
  readonly title: string;
  /** The settings of each server; requests go to the servers in turn. */
  readonly servers: readonly NonNullable<Settings['read']>[];
  /** Whether each group of requests starts new servers. */
  readonly areRenewed?: boolean;
  /** Runs before the servers start. */
  readonly prepare?: () => Promise<void>;
}

const plain = { executor: 'jit', cache: false } as const;
const keeping = { executor: 'jit', cache: true } as const;
const byGraphqlJs = { executor: 'graphql-js', cache: false } as const;

/** The modes that need only Neo4j. */
export const modes: readonly Mode[] = [
  { title: 'with new servers for each group of requests', servers: [plain], areRenewed: true },
  { title: 'with one server, whose parsed operations are cached', servers: [plain] },
  { title: 'with a server that executes with graphql-js', servers: [byGraphqlJs] },
  { title: 'with a server that caches responses', servers: [keeping] },
];

/** Returns a mode of two servers that cache responses in one Redis. */
export function sharingMode(redis: TestRedis): Mode {
  const sharing = { ...keeping, cacheUrl: redis.url };
  const title = 'with two servers that share a response cache in Redis';
  return { title, servers: [sharing, sharing], prepare: () => redis.empty() };
}

/** Returns a mode with one server of each kind and two that share a Redis. */
export function everyMode(redis: TestRedis): Mode {
  const sharing = sharingMode(redis);
  return { ...sharing, title: 'before and after a write', servers: [plain, byGraphqlJs, keeping, ...sharing.servers] };
}
