/** Matches the output of `aigc-atlas start` once it listens; the first group is the server's address. */
export const addressPattern = /(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/;

/** Sends a query to a server and returns the status of the response. */
export async function readStatus(url: string, query: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await response.text();
  return response.status;
}
