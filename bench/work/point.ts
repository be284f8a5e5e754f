import { singleRow } from './normalize.js';
import type { WorkItem } from './work-item.js';

/** Selects a company by slug; for our server and the handwritten Apollo Server. */
export const companyBySlug = 'query ($slug: String!) { company(slug: $slug) { slug name kind } }';
const byFilter = 'query ($slug: String!) { companies(where: { slug: { eq: $slug } }) { slug name kind } }';
const byConstraint = 'query ($slug: String!) { companyBySlug(slug: $slug) { slug name kind } }';

/** A company by its slug. */
export const point: WorkItem = {
  name: 'point',
  title: 'point read',
  cases: ({ sample }) =>
    sample.companies.map((slug) => ({
      requests: {
        ours: { query: companyBySlug, variables: { slug } },
        raw: { work: 'point', parameters: { slug } },
        'neo4j-graphql': { query: byFilter, variables: { slug } },
        dataloader: { query: companyBySlug, variables: { slug } },
        postgraphile: { query: byConstraint, variables: { slug } },
      },
    })),
  normalize: (_server, data) => singleRow(data),
};
