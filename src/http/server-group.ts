/** How many requests a process may handle at once. */
export interface RequestLimit {
  /** The current limit; it may change. */
  readonly max: number;
  /** Asks for one more request than the limit allows, and returns whether it may run; absent if the limit is fixed. */
  readonly extend?: () => Promise<boolean>;
}

/** How many requests a client has sent in the current time window of the rate limit. */
export interface RequestCount {
  readonly current: number;
  /** Milliseconds until the window ends. */
  readonly ttl: number;
}

/** What the worker processes of one server share. */
export interface ServerGroup {
  /** Limits the requests of all processes together. */
  readonly requestLimit: RequestLimit;
  /** Counts a request of a client, and returns the count of all processes together. */
  countRequest(client: string): Promise<RequestCount>;
  /** Whether all processes have become ready. */
  isReady(): Promise<boolean>;
  /** Returns the metrics of all processes together, in the text format of Prometheus. */
  readMetrics(): Promise<string>;
}
