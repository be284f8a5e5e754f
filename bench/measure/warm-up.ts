/** The relative gain that counts as still warming up; smaller gains are noise. */
const minGain = 0.1;

/** The maximum number of passes. */
const maxPasses = 10;

/**
 * Sends load to all servers in turn until none gets faster, so that V8 and the shared JVM have compiled their hot code
 * before the first measurement. `rateOf` sends load to one server and returns its requests per second. Returns the
 * number of passes.
 */
export async function warmUp<T>(servers: readonly T[], rateOf: (server: T) => Promise<number>): Promise<number> {
  const bestRates = new Map<T, number>();
  for (let pass = 1; pass <= maxPasses; pass += 1) {
    let isWarm = true;
    for (const server of servers) {
      const [bestRate, rate] = [bestRates.get(server) ?? 0, await rateOf(server)];
      bestRates.set(server, Math.max(bestRate, rate));
      if (rate > bestRate * (1 + minGain)) isWarm = false;
    }
    if (isWarm) return pass;
  }
  return maxPasses;
}
