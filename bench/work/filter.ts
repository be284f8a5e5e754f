import { rootValue } from './normalize.js';
import type { WorkItem } from './work-item.js';

const ours = `query ($region: String!, $domain: String!) {
  companies(
    where: { locatedIn: { slug: { eq: $region } }, develops: { belongsTo: { slug: { eq: $domain } } } }
    orderBy: [{ field: NAME }]
    first: 20
  ) { nodes { slug name } }
}`;

const neo4jGraphql = `query ($region: String!, $domain: String!) {
  companies(
    where: {
      regions: { some: { slug: { eq: $region } } }
      tools: { some: { domains: { some: { slug: { eq: $domain } } } } }
    }
    sort: [{ sortKey: ASC }]
    limit: 20
  ) { slug name }
}`;

const dataloader = `query ($region: String!, $domain: String!) {
  companies(region: $region, domain: $domain, first: 20) { slug name }
}`;

/** The first 20 companies by name in a region that develop a tool in a domain. */
export const filter: WorkItem = {
  name: 'filter',
  title: 'filter + sort + page',
  cases: ({ sample }) =>
    sample.filters.map((variables) => ({
      requests: {
        ours: { query: ours, variables },
        raw: { work: 'filter', parameters: variables },
        'neo4j-graphql': { query: neo4jGraphql, variables },
        dataloader: { query: dataloader, variables },
      },
    })),
  normalize: (_server, data) => rootValue(data),
};
