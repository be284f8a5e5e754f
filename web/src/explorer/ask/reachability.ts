import { signal } from '@preact/signals';

/** Whether the server answered when it was last asked, and how often it has come back since the page was opened. */
export const reachability = signal<{ readonly isAway: boolean; readonly returns: number }>({
  isAway: false,
  returns: 0,
});

/** How long to wait before asking again whether the server is back. */
const pauseMs = 2000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes that the server answered; all that waits for it is asked again. */
export function noteAnswer(): void {
  const { isAway, returns } = reachability.value;
  if (isAway) reachability.value = { isAway: false, returns: returns + 1 };
}

/** Asks again all that has failed, as if the server had just come back. */
export function askAgain(): void {
  const { isAway, returns } = reachability.value;
  reachability.value = { isAway, returns: returns + 1 };
}

/** Notes that the server did not answer, and keeps knocking until it does. */
export function noteSilence(): void {
  const { isAway, returns } = reachability.value;
  if (!isAway) reachability.value = { isAway: true, returns };
  timer ??= setTimeout(() => {
    timer = undefined;
    void knock();
  }, pauseMs);
}

async function knock(): Promise<void> {
  const body = JSON.stringify({ query: '{ __typename }' });
  try {
    const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (response.ok) noteAnswer();
    else noteSilence();
  } catch {
    noteSilence();
  }
}
