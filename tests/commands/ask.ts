/** Sends a query to the server at an address, by default a minimal one, and returns the response body. */
export async function ask(address: string, query = '{ dataset { version } }'): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}
