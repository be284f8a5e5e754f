/** All measured servers: ours and its peers. */
export const serverNames = [
  'ours',
  'ours-cached',
  'raw',
  'neo4j-graphql',
  'dataloader',
  'postgraphile',
  'fastify',
] as const;

/** The name of a measured server. */
export type ServerName = (typeof serverNames)[number];

/** The server titles in tables and charts. */
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

/** The request format of a server. It is the same for our server with and without its cache. */
export type Dialect = Exclude<ServerName, 'ours-cached'>;

/** The request format that a server accepts. */
export function dialectOf(name: ServerName): Dialect {
  return name === 'ours-cached' ? 'ours' : name;
}
