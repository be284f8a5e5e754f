import type { RunningServer } from '../servers/child.js';
import { valueAt } from '../work/normalize.js';

/** Sends one request. Returns the data of the response, or an error message. */
export async function sendRequest(
  server: RunningServer,
  request: object,
): Promise<{ data: unknown } | { error: string }> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
  const errors = valueAt(body, 'errors');
  const [firstError] = Array.isArray(errors) ? errors : [];
  if (firstError !== undefined) return { error: String(valueAt(firstError, 'message')) };
  if (!response.ok || body === undefined) return { error: `${response.status} ${text.slice(0, 200)}` };
  return { data: valueAt(body, 'data') };
}
