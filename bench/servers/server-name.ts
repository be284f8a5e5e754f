/** Every server that is measured: ours, and the peers. */
export const serverNames = [
  'ours',
  'ours-cached',
  'raw',
  'neo4j-graphql',
  'dataloader',
  'postgraphile',
  'fastify',
] as const;

/** One of the servers measured. */
export type ServerName = (typeof serverNames)[number];

/** What tables and the chart call them. */
export const serverTitles: Readonly<Record<ServerName, string>> = {
  ours: 'AIGC Atlas, cache off',
  'ours-cached': 'AIGC Atlas, cache on',
  raw: 'Cypher by hand, driver, node:http',
  'neo4j-graphql': 'Apollo + @neo4j/graphql',
  dataloader: 'Apollo + DataLoader',
  postgraphile: 'PostGraphile over PostgreSQL',
  fastify: 'Fastify, one route that returns a text',
};

/** Whether a text names a server. */
export function isServerName(text: string): text is ServerName {
  return serverNames.some((name) => name === text);
}

/** The language of a server's requests; ours understands the same with and without its cache. */
export type Dialect = Exclude<ServerName, 'ours-cached'>;

/** The language that a server is asked in. */
export function dialectOf(name: ServerName): Dialect {
  return name === 'ours-cached' ? 'ours' : name;
}
