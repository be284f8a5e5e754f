import { effect, signal } from '@preact/signals';
import { AboutDocument, type AboutQuery } from '../../generated/graphql.js';
import { isModelKnown } from '../model/served-model.js';
import { language } from '../words/language.js';
import { ask } from './ask.js';
import { reachability } from './reachability.js';

/** The dataset that the server has loaded, as it said last; null until the first answer. */
export const dataset = signal<AboutQuery['dataset'] | null>(null);

/** How often the data have changed since the page was opened; every answer belongs to one of these numbers. */
export const dataChanges = signal(0);

/** Milliseconds between two checks. */
const pauseMs = 5_000;
const awayPauseMs = 2_000;
/** For half a second after a load, another server behind the same address may answer from the data before it. */
const settleMs = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let running = new AbortController();

/** Checks every few seconds whether the server answers and has new data, as long as the page is visible. */
export function watchDataset(): void {
  // What else is asked waits for the model.
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
    const answer = await ask(AboutDocument, { lang }, signal);
    if (!signal.aborted) note(answer.dataset);
  } catch {
    // The next check comes anyway, and `ask` has noted a server that is away.
  }
  if (!signal.aborted) schedule();
}

function note(next: AboutQuery['dataset']): void {
  if (dataset.value !== null && dataset.value.hash !== next.hash) setTimeout(() => (dataChanges.value += 1), settleMs);
  dataset.value = next;
}

function schedule(): void {
  clearTimeout(timer);
  const pause = reachability.peek().isAway ? awayPauseMs : pauseMs;
  timer = setTimeout(() => void check(language.api.peek()), pause);
}
