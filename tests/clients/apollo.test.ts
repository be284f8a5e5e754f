import { gql, type ApolloClient, type TypedDocumentNode } from '@apollo/client';
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSchema } from '../../src/schema.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { createApolloClient } from './apollo/client.js';

interface Companies {
  readonly companies: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: { readonly id: string; readonly name: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
interface GraphData {
  readonly graph: {
    readonly nodes: readonly { readonly id: string }[];
    readonly links: readonly { readonly source: string; readonly target: string }[];
  };
}
interface PositionedNode extends SimulationNodeDatum {
  readonly id: string;
}

const companiesPage: TypedDocumentNode<Companies> = gql`
  query CompaniesPage($first: Int = 10, $after: String, $where: CompanyWhere) {
    companies(first: $first, after: $after, where: $where) {
      totalCount
      edges {
        cursor
        node {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const graphQuery: TypedDocumentNode<GraphData> = gql`
  query Drawing {
    graph(entityTypes: [COMPANY, TOOL]) {
      nodes {
        id
      }
      links {
        id
        source
        target
      }
    }
  }
`;

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const consoleSpies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
afterAll(() => consoleSpies.forEach((spy) => spy.mockRestore()));
let client: ApolloClient;
beforeAll(() => {
  client = createApolloClient(api.url, buildSchema());
});

describe('Apollo Client with its normalizing cache', () => {
  it('merges the pages of a connection without duplicate or missing companies', async () => {
    const query = client.watchQuery({ query: companiesPage, variables: { first: 10 } });
    const subscription = query.subscribe(() => undefined);
    const first = await client.query({ query: companiesPage, variables: { first: 10 } });
    let page: Companies['companies']['pageInfo'] | undefined = first.data?.companies.pageInfo;
    const cursors: unknown[] = [];
    while (page?.hasNextPage) {
      cursors.push(page.endCursor);
      const next = await query.fetchMore({ variables: { first: 10, after: page.endCursor } });
      page = next.data.companies.pageInfo;
    }
    subscription.unsubscribe();
    const merged = client.readQuery({ query: companiesPage, variables: { first: 10 } })?.companies;
    const ids = merged?.edges.map(({ node }) => node.id) ?? [];
    expect(cursors.length).toBeGreaterThan(2);
    expect(ids).toHaveLength(merged?.totalCount ?? 0);
    expect(new Set(ids).size).toBe(ids.length);
    const all = await api.query<Companies>('{ companies(first: 100) { totalCount edges { node { id } } } }');
    expect(ids).toEqual(all.companies.edges.map(({ node }) => node.id));
  });

  it('caches a filtered list separately', async () => {
    const where = { slug: { eq: 'openai' } };
    const { data } = await client.query({ query: companiesPage, variables: { where } });
    expect(data?.companies.edges.map(({ node }) => node.id)).toEqual(['Company:openai']);
  });

  it('reads fragments on interfaces from the cache, given the possible types', async () => {
    const query: TypedDocumentNode<{ readonly node: unknown }> = gql`
      query AnyNode {
        node(id: "Tool:dall-e") {
          id
          ... on Entity {
            slug
          }
          ... on Tool {
            kind
          }
        }
      }
    `;
    const fetched = await client.query({ query });
    const cached = client.readQuery({ query });
    expect(cached).toEqual(fetched.data);
    expect(cached).toMatchObject({ node: { __typename: 'Tool', id: 'Tool:dall-e', slug: 'dall-e' } });
  });

  it('returns a frozen graph that d3-force can lay out after it is copied', async () => {
    const { data } = await client.query({ query: graphQuery });
    const graph = data?.graph ?? { nodes: [], links: [] };
    expect(graph.nodes.every((node) => Object.isFrozen(node))).toBe(true);
    const nodes: PositionedNode[] = graph.nodes.map((node) => ({ ...node }));
    const links: SimulationLinkDatum<PositionedNode>[] = graph.links.map((link) => ({ ...link }));
    const force = forceLink<PositionedNode, SimulationLinkDatum<PositionedNode>>(links).id(({ id }) => id);
    forceSimulation(nodes).force('link', force).stop().tick(5);
    expect(nodes.length).toBeGreaterThan(100);
    expect(nodes.every(({ x }) => Number.isFinite(x))).toBe(true);
    expect(links.every(({ source, target }) => typeof source === 'object' && typeof target === 'object')).toBe(true);
  });

  it('writes nothing to the console', () => {
    for (const spy of consoleSpies) expect(spy).not.toHaveBeenCalled();
  });
});
