import type { Settings } from '../setup/api.js';
import type { TestRedis } from '../setup/redis.js';

/** How servers are set up that are asked the requests of a case. */
export interface Mode {
  readonly title: string;
  /** How each server reads: requests go to one after the other. */
  readonly servers: readonly NonNullable<Settings['read']>[];
  /** Whether there are new servers for each group of requests. */
  readonly areRenewed?: boolean;
  /** What is done before they start. */
  readonly prepare?: () => Promise<void>;
}

const plain = { executor: 'jit', cache: false } as const;
const keeping = { executor: 'jit', cache: true } as const;
const byGraphqlJs = { executor: 'graphql-js', cache: false } as const;

/** Servers that need nothing but Neo4j. */
export const modes: readonly Mode[] = [
  { title: 'with new servers for each group of requests', servers: [plain], areRenewed: true },
  { title: 'with one server, which comes to know the operations', servers: [plain] },
  { title: 'with a server that executes by graphql-js', servers: [byGraphqlJs] },
  { title: 'with a server that keeps its answers', servers: [keeping] },
];

/** Servers that keep their answers in one Redis. */
export function sharingMode(redis: TestRedis): Mode {
  const sharing = { ...keeping, cacheUrl: redis.url };
  const title = 'with two servers that keep their answers in one Redis';
  return { title, servers: [sharing, sharing], prepare: () => redis.empty() };
}

/** One server of each kind, and two that share a Redis. */
export function everyMode(redis: TestRedis): Mode {
  const sharing = sharingMode(redis);
  return { ...sharing, title: 'before and after a write', servers: [plain, byGraphqlJs, keeping, ...sharing.servers] };
}
