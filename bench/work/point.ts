import { onlyRow } from './answer.js';
import type { WorkItem } from './work-item.js';

const byArgument = 'query ($slug: String!) { company(slug: $slug) { slug name kind } }';
const byFilter = 'query ($slug: String!) { companies(where: { slug: { eq: $slug } }) { slug name kind } }';
const byConstraint = 'query ($slug: String!) { companyBySlug(slug: $slug) { slug name kind } }';

/** One company by its slug. */
export const point: WorkItem = {
  name: 'point',
  title: 'point read',
  cases: ({ sample }) =>
    sample.companies.map((slug) => ({
      requests: {
        ours: { query: byArgument, variables: { slug } },
        raw: { work: 'point', parameters: { slug } },
        'neo4j-graphql': { query: byFilter, variables: { slug } },
        dataloader: { query: byArgument, variables: { slug } },
        postgraphile: { query: byConstraint, variables: { slug } },
      },
    })),
  answer: (_server, data) => onlyRow(data),
};
