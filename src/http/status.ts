import type { FormattedExecutionResult } from 'graphql';
import { errorStatuses } from '../errors.js';
import { retryAfterSeconds } from './error-handler.js';
import { acceptsOnlyJson } from './media-type.js';

/** The status of a GraphQL response and the headers that depend on it. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const success: ResponseHead = { status: 200, headers: {} };

/**
 * Returns the head of a GraphQL response. The status is 5xx if the server or Neo4j failed, even if some fields have
 * data; otherwise 200 if there is data; otherwise the status of the first error. Clients that accept only
 * `application/json` get 200 instead of 400, as the GraphQL-over-HTTP specification requires.
 */
export function headOf({ data, errors = [] }: FormattedExecutionResult, accept: string | undefined): ResponseHead {
  if (errors.length === 0) return success;
  const matches = errors.map(({ extensions }) => errorStatuses.get(String(extensions?.['code'])));
  const isRetryable = matches.some((match) => match?.isRetryable);
  const statuses = matches.map((match) => match?.status ?? 500);
  const maxStatus = Math.max(...statuses);
  const [firstStatus = 200] = statuses;
  const isSuccess = data !== undefined || (firstStatus === 400 && acceptsOnlyJson(accept));
  return {
    status: maxStatus >= 500 ? maxStatus : isSuccess ? 200 : firstStatus,
    headers: { 'cache-control': 'no-store', ...(isRetryable ? { 'retry-after': retryAfterSeconds } : {}) },
  };
}
