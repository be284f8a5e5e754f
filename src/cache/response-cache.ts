import { LRUCache } from 'lru-cache';
import { AtlasError } from '../errors.js';
import type { DataVersion } from './data-version.js';
import { SingleFlight, type FlightResult } from './single-flight.js';

/** A complete response without errors, as it is sent. */
export interface CachedResponse {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** Keeps responses by their cache key. */
export interface ResponseStore {
  /** The response; undefined on a miss, or where the store cannot tell in time. */
  get(key: string): Promise<CachedResponse | undefined> | CachedResponse | undefined;
  /** Keeps a response; nobody waits for it, and a failure is no failure of the request. */
  set(key: string, response: CachedResponse): void;
  /** Whether the service that keeps them answers; absent where there is none. */
  readonly isAnswering?: () => Promise<boolean>;
  /** Closes connections. */
  close(): Promise<void>;
}

/** A response that was just made; it is shareable if it has data and no error. */
export interface FreshResponse extends CachedResponse, FlightResult {
  /** The versions of the data that the statements behind it ended at; undefined for one that is unknown. */
  readonly versions: ReadonlySet<string | undefined>;
}

/** The entry of the cache that answers a request. */
export interface CacheEntry {
  /** Determines the response: the release and its settings, the version of the data, the request. */
  readonly key: string;
  readonly version: string;
  /** Whether Neo4j cannot be reached: the version is the last one known. */
  readonly isStale: boolean;
}

/** What a response cache is built from. */
export interface ResponseCacheOptions {
  readonly store: ResponseStore;
  readonly version: DataVersion;
  /** Differs between releases and settings that may answer one request differently. */
  readonly fingerprint: string;
  /** Called for every lookup with whether it was a hit. */
  readonly onLookup: (isHit: boolean) => void;
}

/** Keeps responses by request and version of the data, and makes each once for concurrent requests. */
export class ResponseCache<Fresh extends FreshResponse> {
  private readonly flights = new SingleFlight<Fresh>();

  constructor(private readonly options: ResponseCacheOptions) {}

  /** The entry of a request at the current version of the data; undefined if no version is known. */
  async entryOf(request: string): Promise<CacheEntry | undefined> {
    const { version: data, fingerprint } = this.options;
    let version: string | undefined;
    let isStale = false;
    try {
      version = await data.current();
    } catch (error) {
      // While Neo4j cannot be reached, responses of the last version are better than none.
      if (!(error instanceof AtlasError) || !/^DATABASE_(UNAVAILABLE|TIMEOUT)$/.test(error.code)) throw error;
      version = data.lastKnown;
      isStale = true;
    }
    return version === undefined ? undefined : { key: `${fingerprint}\n${version}\n${request}`, version, isStale };
  }

  /** The response of an entry: a cached one, or the one that the work makes. */
  async respond({ key, version, isStale }: CacheEntry, work: () => Promise<Fresh>): Promise<Fresh | CachedResponse> {
    const { store, onLookup } = this.options;
    const cached = await store.get(key);
    onLookup(cached !== undefined);
    if (cached) return cached;
    if (isStale) return work();
    return this.flights.run(key, async () => {
      const response = await work();
      const { isShareable, versions, mediaType, body } = response;
      // The version was current before the first statement began, and versions only advance: if every statement ended at
      // it, nothing was committed while they ran.
      const isOfVersion = [...versions].every((ended) => ended === version);
      if (isShareable && isOfVersion) store.set(key, { mediaType, body });
      return response;
    });
  }
}

/** How many bytes the responses and keys in memory may have. */
const maxBytes = 32 * 1024 * 1024;

/** Keeps responses in this process; the least recently used are evicted. */
export function memoryStore(): ResponseStore {
  const responses = new LRUCache<string, CachedResponse>({ maxSize: maxBytes });
  return {
    get: (key) => responses.get(key),
    set: (key, response) => void responses.set(key, response, { size: response.body.length + key.length }),
    close: () => Promise.resolve(),
  };
}
