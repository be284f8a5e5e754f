import { httpMeanings, type RequestCode } from '../../src/errors.js';
import type { HttpServer } from './http-server.js';

/** How many errors a server has counted of each code, and how many requests of each status. */
export async function countsOf(server: HttpServer): Promise<Readonly<Record<string, number>>> {
  const { text } = await server.get('/metrics');
  const counts: Record<string, number> = {};
  for (const [, name = '', count] of text.matchAll(
    /^atlas_(?:errors|requests)_total\{.*(?:code|status)="(\w+)"\} (\d+)$/gm,
  )) {
    // The question itself is a 200, at one moment or another.
    if (name !== '200') counts[name] = (counts[name] ?? 0) + Number(count);
  }
  return counts;
}

/** Counts after a refusal by a code. */
export function plusOne(counts: Readonly<Record<string, number>>, code: RequestCode): Readonly<Record<string, number>> {
  const status = String(httpMeanings.get(code)?.status);
  const grown = { ...counts, [code]: (counts[code] ?? 0) + 1 };
  return status === '200' ? grown : { ...grown, [status]: (counts[status] ?? 0) + 1 };
}
