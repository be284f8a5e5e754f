import { effect, signal } from '@preact/signals';
import { DatasetInfoDocument, type DatasetInfoQuery } from '../../generated/graphql.js';
import { isModelKnown } from '../model/served-model.js';
import { language } from '../words/language.js';
import { ask } from './ask.js';
import { reachability } from './reachability.js';

/** The dataset as of the last poll; null until the first response. */
export const dataset = signal<DatasetInfoQuery['dataset'] | null>(null);

/** How many times the data have changed since the page was opened. Part of the cache's validity check. */
export const dataChanges = signal(0);

/** The poll interval while the server responds. */
const pauseMs = 5_000;
/** The poll interval while the server is unreachable. */
const awayPauseMs = 2_000;
/** Delay before queries are repeated: for half a second after a load, another replica may still serve the old data. */
const settleMs = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let running = new AbortController();

/** Polls the server for its dataset while the page is visible. */
export function watchDataset(): void {
  // The first poll waits for the model.
  effect(() => void (isModelKnown.value && check(language.api.value)));
  effect(() => {
    if (reachability.value.isAway) schedule();
  });
  for (const event of ['focus', 'visibilitychange']) addEventListener(event, () => void check(language.api.peek()));
}

async function check(lang: 'EN' | 'ZH'): Promise<void> {
  running.abort();
  clearTimeout(timer);
  if (document.hidden) return;
  const { signal } = (running = new AbortController());
  try {
    const answer = await ask(DatasetInfoDocument, { lang }, signal);
    if (!signal.aborted) note(answer.dataset);
  } catch {
    // The next poll is scheduled below, and `ask` has marked the server as unreachable.
  }
  if (!signal.aborted) schedule();
}

function note(next: DatasetInfoQuery['dataset']): void {
  if (dataset.value !== null && dataset.value.hash !== next.hash) setTimeout(() => (dataChanges.value += 1), settleMs);
  dataset.value = next;
}

function schedule(): void {
  clearTimeout(timer);
  const pause = reachability.peek().isAway ? awayPauseMs : pauseMs;
  timer = setTimeout(() => void check(language.api.peek()), pause);
}
