import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../../generated/graphql.js';
import { ask, documentText } from './ask.js';
import { dataChanges } from './dataset.js';
import { Problem } from './problem.js';
import { reachability } from './reachability.js';

/** How a question stands: waiting, failed, or answered. */
export type Answer<Result> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'answered'; readonly data: Result };

/** An answer, and the number of the data that it was asked for. */
interface CachedAnswer {
  readonly data: unknown;
  readonly change: number;
}

const cache = new Map<string, CachedAnswer>();
const maxCached = 200;

/** Asks a question from a component, again when its variables or the data change or the server has come back; null asks nothing. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  return useTask(variables === null ? null : `${documentText(document)} ${JSON.stringify(variables)}`, (signal) =>
    variables === null ? Promise.reject(new Error('nothing to ask')) : ask(document, variables, signal),
  );
}

/** Runs a task from a component and caches its result under a key; a result of older data is shown until the new one comes. */
export function useTask<Result>(key: string | null, run: (signal: AbortSignal) => Promise<Result>): Answer<Result> {
  const [ended, setEnded] = useState<{ readonly key: string; readonly problem?: Problem } | null>(null);
  const { returns } = reachability.value;
  const change = dataChanges.value;
  useEffect(() => {
    if (key === null || cache.get(key)?.change === change) return undefined;
    const controller = new AbortController();
    const unlessAborted = (end: () => void): void => {
      if (!controller.signal.aborted) end();
    };
    run(controller.signal).then(
      (data) =>
        unlessAborted(() => {
          keep(key, { data, change });
          setEnded({ key });
        }),
      (error: unknown) => unlessAborted(() => setEnded({ key, problem: problemOf(error) })),
    );
    return () => controller.abort();
  }, [key, returns, change]);
  const cached = key === null ? undefined : cache.get(key);
  const problem = ended !== null && ended.key === key ? ended.problem : undefined;
  if (problem && !(cached && (cached.change === change || problem.kind === 'away')))
    return { state: 'failed', problem };
  return cached ? { state: 'answered', data: cached.data as Result } : { state: 'waiting' }; // cached under this key only
}

function keep(key: string, answer: CachedAnswer): void {
  cache.delete(key);
  cache.set(key, answer);
  const [oldest] = cache.keys();
  if (cache.size > maxCached && oldest !== undefined) cache.delete(oldest);
}

function problemOf(error: unknown): Problem {
  return error instanceof Problem
    ? error
    : new Problem('refused', error instanceof Error ? error.message : String(error));
}
