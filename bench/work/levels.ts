import { singleRow } from './normalize.js';
import type { WorkItem } from './work-item.js';

const ours = `query ($slug: String!) {
  domain(slug: $slug) {
    name
    tools(first: 20) { nodes { name companies { nodes { name regions { nodes { name } } } } } }
  }
}`;

const sortArgument = 'sort: [{ sortKey: ASC }]';
const neo4jGraphql = `query ($slug: String!) {
  domains(where: { slug: { eq: $slug } }) {
    name
    tools(limit: 20, ${sortArgument}) { name companies(${sortArgument}) { name regions(${sortArgument}) { name } } }
  }
}`;

const dataloader = `query ($slug: String!) {
  domain(slug: $slug) { name tools(first: 20) { name companies { name regions { name } } } }
}`;

const postgraphile = `query ($slug: String!) {
  domainBySlug(slug: $slug) {
    name
    tools: toolDomainsByDomainId(first: 20, orderBy: SORT_KEY_ASC) { nodes { of: toolByToolId {
      name
      companies: companyToolsByToolId(orderBy: SORT_KEY_ASC) { nodes { of: companyByCompanyId {
        name
        regions: companyRegionsByCompanyId(orderBy: SORT_KEY_ASC) { nodes { of: regionByRegionId { name } } }
      } } }
    } } }
  }
}`;

/** A domain, its first 20 tools, their companies, and the companies' regions. */
export const levels: WorkItem = {
  name: 'levels',
  title: '4 levels',
  cases: ({ sample }) =>
    sample.domains.map((slug) => ({
      requests: {
        ours: { query: ours, variables: { slug } },
        raw: { work: 'levels', parameters: { slug } },
        'neo4j-graphql': { query: neo4jGraphql, variables: { slug } },
        dataloader: { query: dataloader, variables: { slug } },
        postgraphile: { query: postgraphile, variables: { slug } },
      },
    })),
  normalize: (_server, data) => singleRow(data),
};
