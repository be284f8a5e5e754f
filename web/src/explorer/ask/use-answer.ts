import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../../generated/graphql.js';
import { ask } from './ask.js';
import { Problem } from './problem.js';
import { reachability } from './reachability.js';

/** How a question stands: waiting, failed, or answered. */
export type Answer<Result> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'answered'; readonly data: Result };

const kept = new Map<string, unknown>();
const keptAtMost = 200;

/** Asks a question from a component, again when its variables change or the server has come back; null asks nothing. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  return useTask(variables === null ? null : `${document.toString()} ${JSON.stringify(variables)}`, (signal) =>
    variables === null ? Promise.reject(new Error('nothing to ask')) : ask(document, variables, signal),
  );
}

/** Runs a task from a component and keeps what it gives under a key; an answer that came once is shown at once again. */
export function useTask<Result>(key: string | null, run: (signal: AbortSignal) => Promise<Result>): Answer<Result> {
  const [settled, setSettled] = useState<{ key: string; answer: Answer<Result> } | null>(null);
  const { returns } = reachability.value;
  useEffect(() => {
    if (key === null || kept.has(key)) return undefined;
    const controller = new AbortController();
    run(controller.signal).then(
      (data) => {
        keep(key, data);
        if (!controller.signal.aborted) setSettled({ key, answer: { state: 'answered', data } });
      },
      (error: unknown) => {
        if (!controller.signal.aborted) setSettled({ key, answer: { state: 'failed', problem: problemOf(error) } });
      },
    );
    return () => controller.abort();
  }, [key, returns]);
  if (key !== null && kept.has(key)) return { state: 'answered', data: kept.get(key) as Result }; // kept by this key only
  return settled !== null && settled.key === key ? settled.answer : { state: 'waiting' };
}

function keep(key: string, data: unknown): void {
  kept.set(key, data);
  const [oldest] = kept.keys();
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest);
}

function problemOf(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem('refused', error instanceof Error ? error.message : String(error));
}
