import { LRUCache } from 'lru-cache';
import type { RequestCount } from '../../http/server-group.js';

/** How many clients are counted at once; of more, the ones that have sent nothing for the longest time start anew. */
const maxClients = 5_000;

/** Counts the requests of each client in time windows of fixed length, which start with its first request. */
export class RequestCounts {
  private readonly windows: LRUCache<string, { count: number }>;

  constructor(windowMs: number) {
    this.windows = new LRUCache({ max: maxClients, ttl: windowMs });
  }

  /** Counts a request, and returns the client's count in the current window. */
  count(client: string): RequestCount {
    const window = this.windows.get(client) ?? { count: 0 };
    if (window.count === 0) this.windows.set(client, window);
    window.count += 1;
    return { current: window.count, ttl: this.windows.getRemainingTTL(client) };
  }
}
