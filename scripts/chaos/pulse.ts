import { setTimeout as delay } from 'node:timers/promises';
import type { Tally } from './tally.js';

/** Polls /livez during the load. Its latency is a baseline: any other request takes at least as long. */
export function startPulse(url: string, tally: Tally): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const asking = (async () => {
    while (!ending.signal.aborted) {
      const from = performance.now();
      const response = await fetch(`${url}/livez`);
      await response.text();
      tally.pulseMs = Math.max(tally.pulseMs, Math.round(performance.now() - from));
      if (response.status !== 200) tally.wrong += 1;
      await delay(50);
    }
  })();
  return {
    stop: () => {
      ending.abort();
      return asking;
    },
  };
}
