import { signal } from '@preact/signals';

/** Whether the server answered when it was last asked, and how often it has come back since the page was opened. */
export const reachability = signal<{ readonly isAway: boolean; readonly returns: number }>({
  isAway: false,
  returns: 0,
});

/** Notes that the server answered; all that waits for it is asked again. */
export function noteAnswer(): void {
  const { isAway, returns } = reachability.peek();
  if (isAway) reachability.value = { isAway: false, returns: returns + 1 };
}

/** Asks again all that has failed, as if the server had just come back. */
export function askAgain(): void {
  const { isAway, returns } = reachability.peek();
  reachability.value = { isAway, returns: returns + 1 };
}

/** Notes that the server did not answer. */
export function noteSilence(): void {
  const { isAway, returns } = reachability.peek();
  if (!isAway) reachability.value = { isAway: true, returns };
}
