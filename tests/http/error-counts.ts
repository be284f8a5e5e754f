import { errorStatuses, type RequestCode } from '../../src/errors.js';
import type { HttpServer } from './http-server.js';

/** Reads a server's counts of errors by code, and of requests by status other than 200. */
export async function readErrorCounts(server: HttpServer): Promise<Readonly<Record<string, number>>> {
  const { text } = await server.get('/metrics');
  const counts: Record<string, number> = {};
  for (const [, name = '', count] of text.matchAll(
    /^atlas_(?:errors|requests)_total\{.*(?:code|status)="(\w+)"\} (\d+)$/gm,
  )) {
    // Whether the request of the metrics itself is counted already depends on timing.
    if (name !== '200') counts[name] = (counts[name] ?? 0) + Number(count);
  }
  return counts;
}

/** The counts that are expected after one more error with a code. */
export function withOneMore(
  counts: Readonly<Record<string, number>>,
  code: RequestCode,
): Readonly<Record<string, number>> {
  const status = String(errorStatuses.get(code)?.status);
  const increased = { ...counts, [code]: (counts[code] ?? 0) + 1 };
  return status === '200' ? increased : { ...increased, [status]: (counts[status] ?? 0) + 1 };
}
