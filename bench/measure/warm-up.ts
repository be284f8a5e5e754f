/** The relative gain that counts as still warming up; smaller gains are noise. */
const leastGain = 0.1;

/** The maximum number of passes. */
const mostPasses = 10;

/**
 * Sends load to all servers in turn until none gets faster, so that V8 and the shared JVM have compiled their hot code
 * before the first measurement. `rateOf` sends load to one server and returns its requests per second. Returns the
 * number of passes.
 */
export async function warmUp<T>(servers: readonly T[], rateOf: (server: T) => Promise<number>): Promise<number> {
  const best = new Map<T, number>();
  for (let pass = 1; pass <= mostPasses; pass += 1) {
    let isWarm = true;
    for (const server of servers) {
      const [before, rate] = [best.get(server) ?? 0, await rateOf(server)];
      best.set(server, Math.max(before, rate));
      if (rate > before * (1 + leastGain)) isWarm = false;
    }
    if (isWarm) return pass;
  }
  return mostPasses;
}
