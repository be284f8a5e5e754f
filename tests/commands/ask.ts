/** What the server at an address answers to a small question. */
export async function ask(address: string): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dataset { version } }' }),
  });
  return answer.json();
}
