import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../../generated/graphql.js';
import { ask, documentText } from './ask.js';
import { dataChanges } from './dataset.js';
import { Problem } from './problem.js';
import { reachability } from './reachability.js';

/** The state of a query: loading, failed, or loaded. */
export type Answer<Result> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'loaded'; readonly data: Result };

/** A cached result, and the data version that it was loaded for. */
interface CachedAnswer {
  readonly data: unknown;
  readonly change: number;
}

const cache = new Map<string, CachedAnswer>();
const maxCached = 200;

/**
 * Runs a query. Runs it again if the variables or the data change, or if the server becomes reachable again. Sends
 * nothing while the variables are null.
 */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  return useTask(variables === null ? null : `${documentText(document)} ${JSON.stringify(variables)}`, (signal) =>
    variables === null ? Promise.reject(new Error('The query has no variables.')) : ask(document, variables, signal),
  );
}

/** Runs a task and caches its result by key. Returns the stale result of older data until the new one is loaded. */
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
  if (problem && !(cached && (cached.change === change || problem.kind === 'unreachable')))
    return { state: 'failed', problem };
  return cached ? { state: 'loaded', data: cached.data as Result } : { state: 'loading' }; // a key has one result type
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
    : new Problem('rejected', error instanceof Error ? error.message : String(error));
}
