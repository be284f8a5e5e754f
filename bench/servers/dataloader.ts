import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import neo4j from 'neo4j-driver';
import { openDriver, read } from './driver.js';
import { notifyReady, readServerConfig } from './server-process.js';

const typeDefs = `
  type Company { slug: String! name: String! kind: String summary: String
    tools(first: Int = 20): [Tool!]! regions(first: Int = 20): [Region!]! domains(first: Int = 20): [Domain!]! }
  type Tool { slug: String! name: String! kind: String summary: String
    companies(first: Int = 20): [Company!]! domains(first: Int = 20): [Domain!]! techniques(first: Int = 20): [Technique!]! }
  type Domain { slug: String! name: String! summary: String
    tools(first: Int = 20): [Tool!]! companies(first: Int = 20): [Company!]! }
  type Region { slug: String! name: String! summary: String level: String! companies(first: Int = 20): [Company!]! }
  type Technique { slug: String! name: String! summary: String }
  type Query {
    company(slug: String!): Company
    tool(slug: String!): Tool
    domain(slug: String!): Domain
    region(slug: String!): Region
    companies(region: String, domain: String, after: String, first: Int = 20): [Company!]!
  }
`;

interface Parent {
  readonly id: string;
}
interface Page {
  readonly first: number;
}
interface Context {
  readonly loaders: Map<string, DataLoader<string, unknown>>;
}
type Arguments = Readonly<Record<string, unknown>>;

const config = readServerConfig();
const driver = openDriver(config);

const relations = {
  Company: { tools: '-[:DEVELOPS]->', regions: '-[:LOCATED_IN]->', domains: '-[:FOCUSES_ON]->' },
  Tool: { companies: '<-[:DEVELOPS]-', domains: '-[:BELONGS_TO]->', techniques: '-[:USES]->' },
  Domain: { tools: '<-[:BELONGS_TO]-', companies: '<-[:FOCUSES_ON]-' },
  Region: { companies: '<-[:LOCATED_IN]-' },
} as const;

const filterStatement = `
  MATCH (:Region {slug: $region})<-[:LOCATED_IN]-(c)
  WHERE EXISTS { (c)-[:DEVELOPS]->()-[:BELONGS_TO]->(:Domain {slug: $domain}) }
  WITH c ORDER BY c.sortKey LIMIT $first
  RETURN c {.*}`;
const pageStatement = 'MATCH (c:Company) WHERE c.sortKey > $after WITH c ORDER BY c.sortKey LIMIT $first RETURN c {.*}';

/** Resolves a list field with one statement per level: DataLoader batches all parents. */
function listResolver(type: string, field: string, pattern: string) {
  const text = `
    UNWIND $ids AS id
    MATCH (n:Entity {id: id})
    RETURN COLLECT { MATCH (n)${pattern}(m) WITH m ORDER BY m.sortKey LIMIT $first RETURN m {.*} }`;
  return ({ id }: Parent, { first }: Page, { loaders }: Context): Promise<unknown> => {
    const key = `${type}.${field} ${first}`;
    const loader =
      loaders.get(key) ??
      new DataLoader((ids: readonly string[]) => read(driver, text, { ids, first: neo4j.int(first) }));
    loaders.set(key, loader);
    return loader.load(id);
  };
}

function entityResolver(label: string) {
  const text = `MATCH (n:${label} {slug: $slug}) RETURN n {.*}`;
  return async (_root: unknown, args: Arguments): Promise<unknown> => (await read(driver, text, args))[0] ?? null;
}

const resolvers = {
  Query: {
    company: entityResolver('Company'),
    tool: entityResolver('Tool'),
    domain: entityResolver('Domain'),
    region: entityResolver('Region'),
    companies: (_root: unknown, args: Arguments & Page) =>
      read(driver, args['after'] === undefined ? filterStatement : pageStatement, {
        ...args,
        first: neo4j.int(args.first),
      }),
  },
  ...Object.fromEntries(
    Object.entries(relations).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, pattern]) => [field, listResolver(type, field, pattern)])),
    ]),
  ),
};

const server = new ApolloServer<Context>({ typeDefs, resolvers, plugins: [ApolloServerPluginCacheControlDisabled()] });
await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: config.port },
  context: async () => ({ loaders: new Map() }),
});
notifyReady();
