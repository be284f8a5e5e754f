import { setImmediate as endTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { AtlasError } from '../errors.js';
import type { DataVersion, VersionedResult } from './data-version.js';
import { SingleFlight, type FlightResult } from './single-flight.js';

/** A response without errors, as it is sent to clients. */
export interface CachedResponse {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** Stores responses by cache key. */
export interface ResponseStore {
  /** Returns the response; undefined on a miss, or if the store fails or does not respond in time. */
  get(key: string): Promise<CachedResponse | undefined> | CachedResponse | undefined;
  /** Stores a response in the background; a failure does not affect the request. */
  set(key: string, response: CachedResponse): void;
  /** Whether the service behind the store responds; absent if there is no such service. */
  readonly isReachable?: () => Promise<boolean>;
  /** Closes the connections of the store. */
  close(): Promise<void>;
}

/** A newly computed response; shareable if it has data and no errors. */
export interface FreshResponse extends CachedResponse, FlightResult, VersionedResult {}

/** The cache entry of a request. */
export interface CacheEntry {
  /** The cache key: the release and its settings, the version of the data and the request. */
  readonly key: string;
  readonly version: string;
  /** Whether Neo4j cannot be reached, so that the version is the last known one. */
  readonly isStale: boolean;
}

/** The dependencies of a response cache. */
export interface ResponseCacheOptions {
  readonly store: ResponseStore;
  readonly version: DataVersion;
  /** Identifies the release and the settings, which may change the response to a request. */
  readonly fingerprint: string;
  /** Called after each lookup with whether it was a hit. */
  readonly onLookup: (isHit: boolean) => void;
}

/** Caches responses by request and data version, and computes each response once for concurrent requests. */
export class ResponseCache<Fresh extends FreshResponse> {
  private readonly flights = new SingleFlight<Fresh>();

  constructor(private readonly options: ResponseCacheOptions) {}

  /** Returns the entry of a request at the current data version; undefined if no version is known. */
  async entryOf(request: string): Promise<CacheEntry | undefined> {
    const { version: dataVersion, fingerprint } = this.options;
    let version: string | undefined;
    let isStale = false;
    try {
      version = await dataVersion.current();
    } catch (error) {
      // During an outage of Neo4j, responses for the last known version are better than none.
      if (!(error instanceof AtlasError) || !/^DATABASE_(UNAVAILABLE|TIMEOUT)$/.test(error.code)) throw error;
      version = dataVersion.lastKnownVersion;
      isStale = true;
    }
    return version === undefined ? undefined : { key: `${fingerprint}\n${version}\n${request}`, version, isStale };
  }

  /** Returns the response of an entry: the cached one, or the one that the work computes. */
  async respond({ key, version, isStale }: CacheEntry, work: () => Promise<Fresh>): Promise<Fresh | CachedResponse> {
    const { store, onLookup } = this.options;
    const cached = await store.get(key);
    onLookup(cached !== undefined);
    if (cached) {
      // The hits of one turn of the event loop are sent together: a client that sleeps between two responses has to be
      // woken for each, which takes longer than everything else.
      await endTurn();
      return cached;
    }
    if (isStale) return work();
    return this.flights.run(key, async () => {
      const response = await work();
      const { isShareable, versions, mediaType, body } = response;
      // The version was current before the first statement began, and versions only advance. If every statement ended
      // at this version, nothing was committed in between.
      const isOfVersion = [...versions].every((endVersion) => endVersion === version);
      if (isShareable && isOfVersion) store.set(key, { mediaType, body });
      return response;
    });
  }
}

/** Maximum total size of the responses and keys in memory, in bytes. */
const maxBytes = 32 * 1024 * 1024;

/** Stores responses in the memory of this process; evicts the least recently used. */
export function newMemoryStore(): ResponseStore {
  const responses = new LRUCache<string, CachedResponse>({ maxSize: maxBytes });
  return {
    get: (key) => responses.get(key),
    set: (key, response) => void responses.set(key, response, { size: response.body.length + key.length }),
    close: () => Promise.resolve(),
  };
}
