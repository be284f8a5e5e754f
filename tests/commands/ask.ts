/** What the server at an address answers to a small question, or to another one. */
export async function ask(address: string, query = '{ dataset { version } }'): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}
