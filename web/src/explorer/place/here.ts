import { computed, signal } from '@preact/signals';
import { language } from '../words/language.js';
import { readPlace, start, writePlace, type Place } from './place.js';

const held = signal<Place>(readPlace(location.search));

/** The number of history entries to go back to within the explorer. */
export const depth = signal(stepsOf(history.state));

/** The current route. */
export const here = computed(() => held.value);

/** Navigates to the current route with some properties changed. */
export function go(change: Partial<Place>): void {
  moveTo({ ...held.value, ...change });
}

/** Opens another page: resets the route, except for the legend, the pinned entities and the table. */
export function open(change: Partial<Place>): void {
  const { off, pinned, table } = held.value;
  moveTo({ ...start, off, pinned, table, ...change });
}

function moveTo(next: Place): void {
  if (addressOf(next) === addressOf(held.value)) return;
  depth.value += 1;
  history.pushState({ steps: depth.value }, '', addressOf(next));
  held.value = next;
}

/** Goes back to the previous route. */
export function back(): void {
  if (depth.value > 0) history.back();
}

/** The URL of a route, with the chosen language. */
export function addressOf(place: Place): string {
  const chosen = language.chosen.value;
  const query = [writePlace(place), chosen === null ? '' : `lang=${chosen}`].filter((part) => part !== '').join('&');
  return query === '' ? './' : `./?${query}`;
}

/** Replaces the URL after a change of the language, without a history entry. */
export function rewriteAddress(): void {
  history.replaceState(history.state, '', addressOf(held.value));
}

addEventListener('popstate', (event) => {
  depth.value = stepsOf(event.state);
  held.value = readPlace(location.search);
});

function stepsOf(state: unknown): number {
  return typeof state === 'object' && state !== null && 'steps' in state ? Number(state.steps) : 0;
}
