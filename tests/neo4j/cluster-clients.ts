/** A response that a client has received. */
export interface ReceivedResponse {
  readonly sentAt: number;
  readonly receivedAt: number;
  /** The value that the request has read, or the error. */
  readonly value: string;
}

/** Clients that send one request after the other. */
export interface Clients {
  /** The responses so far, in the order of their arrival. */
  readonly responses: readonly ReceivedResponse[];
  /** Waits until this many more responses have arrived. */
  awaitResponses(count: number): Promise<void>;
  /** Stops the clients when their last responses have arrived. */
  stop(): Promise<void>;
}

/** Starts clients that send the same request until they are stopped. */
export function startClients(count: number, send: () => Promise<string>): Clients {
  const responses: ReceivedResponse[] = [];
  let isStopped = false;
  let onResponse: () => void = () => undefined;
  const run = async (): Promise<void> => {
    while (!isStopped) {
      const sentAt = performance.now();
      const value = await send();
      responses.push({ sentAt, receivedAt: performance.now(), value });
      onResponse();
    }
  };
  const runs = Array.from({ length: count }, () => run());
  return {
    responses,
    awaitResponses: (more) => {
      const wanted = responses.length + more;
      return new Promise((resolve) => {
        onResponse = () => {
          if (responses.length >= wanted) resolve();
        };
      });
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(runs);
    },
  };
}
