import type { ComponentChildren, JSX } from 'preact';
import { retryFailedQueries } from '../api/reachability.js';
import type { QueryState } from '../api/use-query.js';
import { translate } from '../i18n/translate.js';

interface Properties<Result> {
  readonly query: QueryState<Result>;
  /** Renders the loaded data. */
  readonly children: (data: Result) => ComponentChildren;
}

/** Renders the state of a query: its data, a loading message, or the error with a retry button. */
export function QueryResult<Result>({ query, children }: Properties<Result>): JSX.Element {
  if (query.state === 'loaded') return <>{children(query.data)}</>;
  if (query.state === 'loading' || query.requestError.kind === 'unreachable') {
    return (
      <p class="waiting" role="status">
        {translate('waiting')}
      </p>
    );
  }
  return (
    <div class="failed" role="alert">
      <strong>{translate('failed.title')}</strong>
      <p>{query.requestError.message}</p>
      <button type="button" onClick={retryFailedQueries}>
        {translate('retry')}
      </button>
    </div>
  );
}
