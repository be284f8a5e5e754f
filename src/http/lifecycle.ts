/** The lifecycle of a server; the command that runs the server updates it. */
export interface Lifecycle {
  /** Whether the server is about to stop: it still responds, but it is not ready and closes its connections. */
  isStopping: boolean;
}
