/** Sends a query to the server at an address, by default a minimal one, and returns the response body. */
export async function sendQuery(address: string, query = '{ dataset { version } }'): Promise<unknown> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
