import { computed, signal } from '@preact/signals';
import { language } from '../words/language.js';
import { readPlace, start, writePlace, type Place } from './place.js';

const held = signal<Place>(readPlace(location.search));

/** How many steps lead back within the explorer. */
export const depth = signal(stepsOf(history.state));

/** Where the reader is now. */
export const here = computed(() => held.value);

/** Goes on from here: what is not named stays as it is. */
export function go(change: Partial<Place>): void {
  moveTo({ ...held.value, ...change });
}

/** Opens another page of the explorer, without what belonged to the last one. */
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

/** Undoes the last step. */
export function back(): void {
  if (depth.value > 0) history.back();
}

/** The address that shows a place, in the language that is read now. */
export function addressOf(place: Place): string {
  const chosen = language.chosen.value;
  const query = [writePlace(place), chosen === null ? '' : `lang=${chosen}`].filter((part) => part !== '').join('&');
  return query === '' ? './' : `./?${query}`;
}

/** Writes the address anew, without a step, after the language has changed. */
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
