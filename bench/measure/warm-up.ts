/** By what part a server must have got faster for its machine to be still compiling; less than that is chance. */
const leastGain = 0.1;

/** How often each is driven at most: what is still slow then, stays so. */
const mostPasses = 10;

/**
 * Drives all in turn until none of them gets faster any more: the JVM, which they share, and V8 compile what they often
 * run, and whoever is measured first must not pay for it. Gives how often each was driven.
 *
 * @param rateOf Drives one for a while and gives how many requests a second it answered.
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
