import { useEffect, useState } from 'preact/hooks';
import type { TypedDocumentString } from '../../generated/graphql.js';
import { executeDocument, documentText } from './execute.js';
import { dataVersion } from './dataset.js';
import { RequestError } from './request-error.js';
import { reachability } from './reachability.js';

/** The state of a query: loading, failed, or loaded. */
export type QueryState<Result> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly requestError: RequestError }
  | { readonly state: 'loaded'; readonly data: Result };

/** A cached result, and the data version that it was loaded for. */
interface CachedResult {
  readonly data: unknown;
  readonly version: number;
}

const cache = new Map<string, CachedResult>();
const maxCacheSize = 200;

/**
 * Runs a query. Runs it again if the variables or the data change, or if the server becomes reachable again. Sends
 * nothing while the variables are null.
 */
export function useQuery<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): QueryState<Result> {
  return useCachedTask(variables === null ? null : `${documentText(document)} ${JSON.stringify(variables)}`, (signal) =>
    variables === null ? Promise.reject(new Error('The query has no variables.')) : executeDocument(document, variables, signal),
  );
}

/** Runs a task and caches its result by key. Returns the stale result of older data until the new one is loaded. */
export function useCachedTask<Result>(key: string | null, runTask: (signal: AbortSignal) => Promise<Result>): QueryState<Result> {
  const [outcome, setOutcome] = useState<{ readonly key: string; readonly requestError?: RequestError } | null>(null);
  const { retryCount } = reachability.value;
  const version = dataVersion.value;
  useEffect(() => {
    if (key === null) return undefined;
    if (cache.get(key)?.version === version) {
      // Another component may have cached the result after this one was rendered.
      setOutcome({ key });
      return undefined;
    }
    const controller = new AbortController();
    const unlessAborted = (action: () => void): void => {
      if (!controller.signal.aborted) action();
    };
    runTask(controller.signal).then(
      (data) =>
        unlessAborted(() => {
          cacheResult(key, { data, version });
          setOutcome({ key });
        }),
      (error: unknown) => unlessAborted(() => setOutcome({ key, requestError: toRequestError(error) })),
    );
    return () => controller.abort();
  }, [key, retryCount, version]);
  const cached = key === null ? undefined : cache.get(key);
  const requestError = outcome !== null && outcome.key === key ? outcome.requestError : undefined;
  if (requestError && !(cached && (cached.version === version || requestError.kind === 'unreachable')))
    return { state: 'failed', requestError };
  return cached ? { state: 'loaded', data: cached.data as Result } : { state: 'loading' }; // a key has one result type
}

function cacheResult(key: string, result: CachedResult): void {
  cache.delete(key);
  cache.set(key, result);
  const [oldestKey] = cache.keys();
  if (cache.size > maxCacheSize && oldestKey !== undefined) cache.delete(oldestKey);
}

function toRequestError(error: unknown): RequestError {
  return error instanceof RequestError
    ? error
    : new RequestError('rejected', error instanceof Error ? error.message : String(error));
}
