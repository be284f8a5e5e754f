/** What `aigc-atlas start` prints once it listens; its first group is the address. */
export const address = /(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/;

/** The status with which a server answers a query. */
export async function statusOf(url: string, query: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await response.text();
  return response.status;
}
