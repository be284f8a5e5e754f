import { effect, signal } from '@preact/signals';
import { DatasetInfoDocument, type DatasetInfoQuery } from '../../generated/graphql.js';
import { isModelLoaded } from '../model/served-model.js';
import { language } from '../i18n/language.js';
import { executeDocument } from './execute.js';
import { reachability } from './reachability.js';

/** The dataset as of the last poll; null until the first response. */
export const dataset = signal<DatasetInfoQuery['dataset'] | null>(null);

/** How many times the data have changed since the page was opened. Part of the cache's validity check. */
export const dataVersion = signal(0);

/** The poll interval while the server responds. */
const pollIntervalMs = 5_000;
/** The poll interval while the server is unreachable. */
const unreachablePollIntervalMs = 2_000;
/** Delay before queries are repeated: for half a second after a load, another replica may still serve the old data. */
const settleDelayMs = 1_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let currentPoll = new AbortController();

/** Polls the server for its dataset while the page is visible. */
export function pollDataset(): void {
  // The first poll waits for the model.
  effect(() => void (isModelLoaded.value && poll(language.api.value)));
  effect(() => {
    if (reachability.value.isUnreachable) schedulePoll();
  });
  for (const event of ['focus', 'visibilitychange']) addEventListener(event, () => void poll(language.api.peek()));
}

async function poll(lang: 'EN' | 'ZH'): Promise<void> {
  currentPoll.abort();
  clearTimeout(timer);
  if (document.hidden) return;
  const { signal } = (currentPoll = new AbortController());
  try {
    const data = await executeDocument(DatasetInfoDocument, { lang }, signal);
    if (!signal.aborted) updateDataset(data.dataset);
  } catch {
    // The next poll is scheduled below, and `executeDocument` has marked the server as unreachable.
  }
  if (!signal.aborted) schedulePoll();
}

function updateDataset(nextDataset: DatasetInfoQuery['dataset']): void {
  if (dataset.value !== null && dataset.value.hash !== nextDataset.hash) setTimeout(() => (dataVersion.value += 1), settleDelayMs);
  dataset.value = nextDataset;
}

function schedulePoll(): void {
  clearTimeout(timer);
  const intervalMs = reachability.peek().isUnreachable ? unreachablePollIntervalMs : pollIntervalMs;
  timer = setTimeout(() => void poll(language.api.peek()), intervalMs);
}
