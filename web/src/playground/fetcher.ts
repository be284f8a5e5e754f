/** The request that GraphiQL passes to its fetcher. */
interface GraphQLRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

/** Sends a request to the server of this page. If the server is unreachable, returns a GraphQL error response. */
export async function fetchFromHost(
  request: GraphQLRequest,
  options?: { headers?: Record<string, unknown> },
): Promise<object> {
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  for (const [name, value] of Object.entries(options?.headers ?? {})) headers.set(name, String(value));
  try {
    const response = await fetch('graphql', { method: 'POST', headers, body: JSON.stringify(request) });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : errorResponse('The response is not a JSON object.');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return errorResponse(
      `The server is not responding (${reason}). Check that it is running, then run the query again.`,
    );
  }
}

function errorResponse(message: string): object {
  return { errors: [{ message }] };
}
