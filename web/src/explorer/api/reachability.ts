import { signal } from '@preact/signals';

/** Whether the last request got no response, and the number of retries of failed queries since the page was opened. */
export const reachability = signal<{ readonly isUnreachable: boolean; readonly retryCount: number }>({
  isUnreachable: false,
  retryCount: 0,
});

/** Marks the server as reachable. After an outage, retries all failed queries. */
export function markReachable(): void {
  const { isUnreachable, retryCount } = reachability.peek();
  if (isUnreachable) reachability.value = { isUnreachable: false, retryCount: retryCount + 1 };
}

/** Retries all failed queries. */
export function retryFailedQueries(): void {
  const { isUnreachable, retryCount } = reachability.peek();
  reachability.value = { isUnreachable, retryCount: retryCount + 1 };
}

/** Marks the server as unreachable. */
export function markUnreachable(): void {
  const { isUnreachable, retryCount } = reachability.peek();
  if (!isUnreachable) reachability.value = { isUnreachable: true, retryCount };
}
