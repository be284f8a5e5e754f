import type { FormattedExecutionResult } from 'graphql';
import { httpMeanings } from '../errors.js';
import { retryAfterSeconds } from './error-handler.js';
import { acceptsOnlyJson } from './media-type.js';

/** The status of a GraphQL response, and the headers that go with it. */
export interface ResponseHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

const success: ResponseHead = { status: 200, headers: {} };

/**
 * The head of a GraphQL response: 5xx where the server or Neo4j failed, also where some fields have data; else 200 where
 * there is data, and the status of the error's code where there is none. To a client that accepts only `application/json`
 * a request that GraphQL refuses is a 200 too, as GraphQL over HTTP says.
 */
export function headOf({ data, errors = [] }: FormattedExecutionResult, accept: string | undefined): ResponseHead {
  if (errors.length === 0) return success;
  const meanings = errors.map(({ extensions }) => httpMeanings.get(String(extensions?.['code'])));
  const isRetryable = meanings.some((meaning) => meaning?.isRetryable);
  const statuses = meanings.map((meaning) => meaning?.status ?? 500);
  const failure = Math.max(...statuses);
  const [refusal = 200] = statuses;
  const isSuccess = data !== undefined || (refusal === 400 && acceptsOnlyJson(accept));
  return {
    status: failure >= 500 ? failure : isSuccess ? 200 : refusal,
    headers: { 'cache-control': 'no-store', ...(isRetryable ? { 'retry-after': retryAfterSeconds } : {}) },
  };
}
