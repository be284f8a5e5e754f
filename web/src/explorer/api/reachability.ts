import { signal } from '@preact/signals';

/** Whether the last request got no response, and the number of retries of failed queries since the page was opened. */
export const reachability = signal<{ readonly isUnreachable: boolean; readonly retryCount: number }>({
  isUnreachable: false,
  retryCount: 0,
});

/** Marks the server as reachable. After an outage, retries all failed queries. */
export function markReachable(): void {
  const { isUnreachable: isAway, retryCount: returns } = reachability.peek();
  if (isAway) reachability.value = { isUnreachable: false, retryCount: returns + 1 };
}

/** Retries all failed queries. */
export function retryFailedQueries(): void {
  const { isUnreachable: isAway, retryCount: returns } = reachability.peek();
  reachability.value = { isUnreachable: isAway, retryCount: returns + 1 };
}

/** Marks the server as unreachable. */
export function markUnreachable(): void {
  const { isUnreachable: isAway, retryCount: returns } = reachability.peek();
  if (!isAway) reachability.value = { isUnreachable: true, retryCount: returns };
}
