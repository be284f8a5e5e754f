import { signal } from '@preact/signals';

/** Whether the last request got no response, and the number of retries of failed queries since the page was opened. */
export const reachability = signal<{ readonly isAway: boolean; readonly returns: number }>({
  isAway: false,
  returns: 0,
});

/** Marks the server as reachable. After an outage, retries all failed queries. */
export function noteAnswer(): void {
  const { isAway, returns } = reachability.peek();
  if (isAway) reachability.value = { isAway: false, returns: returns + 1 };
}

/** Retries all failed queries. */
export function askAgain(): void {
  const { isAway, returns } = reachability.peek();
  reachability.value = { isAway, returns: returns + 1 };
}

/** Marks the server as unreachable. */
export function noteSilence(): void {
  const { isAway, returns } = reachability.peek();
  if (!isAway) reachability.value = { isAway: true, returns };
}
