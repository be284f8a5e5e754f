/** What GraphiQL sends. */
interface Request {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

/** Sends a request to the server that served this page, and tells in GraphQL's own form when it cannot be reached. */
export async function fetchFromHost(
  request: Request,
  options?: { headers?: Record<string, unknown> },
): Promise<object> {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, String(value));
  try {
    const response = await fetch('graphql', { method: 'POST', headers, body: JSON.stringify(request) });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null ? answer : problem('The server gave no JSON object.');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem(`The server does not answer (${reason}). Is it still running? Run the query again when it is.`);
  }
}

function problem(message: string): object {
  return { errors: [{ message }] };
}
