import { setTimeout as delay } from 'node:timers/promises';
import type { Tally } from './tally.js';

/** Polls /livez during the load. Its latency is a baseline: any other request takes at least as long. */
export function startLivenessProbe(url: string, tally: Tally): { readonly stop: () => Promise<void> } {
  const controller = new AbortController();
  const polling = (async () => {
    while (!controller.signal.aborted) {
      const from = performance.now();
      const response = await fetch(`${url}/livez`);
      await response.text();
      tally.livezMs = Math.max(tally.livezMs, Math.round(performance.now() - from));
      if (response.status !== 200) tally.wrong += 1;
      await delay(50);
    }
  })();
  return {
    stop: () => {
      controller.abort();
      return polling;
    },
  };
}
