/** How many requests a process may handle at once. */
export interface RequestLimit {
  /** The current limit; it may change. */
  readonly max: number;
  /** Asks for one more request than the limit allows, and returns whether it may run; absent if the limit is fixed. */
  readonly extend?: () => Promise<boolean>;
}
