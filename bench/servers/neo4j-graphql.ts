import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { openDriver } from './driver.js';
import { notifyReady, readServerConfig } from './server-process.js';

const typeDefs = `
  type Company @node {
    slug: String!
    name: String!
    kind: String
    summary: String
    sortKey: String!
    tools: [Tool!]! @relationship(type: "DEVELOPS", direction: OUT)
    regions: [Region!]! @relationship(type: "LOCATED_IN", direction: OUT)
    domains: [Domain!]! @relationship(type: "FOCUSES_ON", direction: OUT)
  }
  type Tool @node {
    slug: String!
    name: String!
    kind: String
    summary: String
    sortKey: String!
    companies: [Company!]! @relationship(type: "DEVELOPS", direction: IN)
    domains: [Domain!]! @relationship(type: "BELONGS_TO", direction: OUT)
    techniques: [Technique!]! @relationship(type: "USES", direction: OUT)
  }
  type Domain @node {
    slug: String!
    name: String!
    summary: String
    sortKey: String!
    tools: [Tool!]! @relationship(type: "BELONGS_TO", direction: IN)
    companies: [Company!]! @relationship(type: "FOCUSES_ON", direction: IN)
  }
  type Region @node {
    slug: String!
    name: String!
    summary: String
    sortKey: String!
    level: String!
    companies: [Company!]! @relationship(type: "LOCATED_IN", direction: IN)
  }
  type Technique @node {
    slug: String!
    name: String!
    summary: String
    sortKey: String!
  }
`;

const config = readServerConfig();
const schema = await new Neo4jGraphQL({ typeDefs, driver: openDriver(config) }).getSchema();
const server = new ApolloServer({ schema, plugins: [ApolloServerPluginCacheControlDisabled()] });
await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: config.port } });
notifyReady();
