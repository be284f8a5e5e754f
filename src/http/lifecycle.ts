/** How far a server is in its life; whoever runs it sets it. */
export interface Lifecycle {
  /** Whether it is about to stop: it still answers, is not ready any more, and keeps no connection open. */
  isStopping: boolean;
}
