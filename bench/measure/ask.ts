import type { RunningServer } from '../servers/child.js';
import { at } from '../work/answer.js';

/** Sends one request. Returns the data of the response, or an error message. */
export async function ask(server: RunningServer, request: object): Promise<{ data: unknown } | { error: string }> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const text = await response.text();
  const answer: unknown = text.startsWith('{') ? JSON.parse(text) : undefined;
  const errors = at(answer, 'errors');
  const [first] = Array.isArray(errors) ? errors : [];
  if (first !== undefined) return { error: String(at(first, 'message')) };
  if (!response.ok || answer === undefined) return { error: `${response.status} ${text.slice(0, 200)}` };
  return { data: at(answer, 'data') };
}
