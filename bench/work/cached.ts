import { singleRow } from './normalize.js';
import { companyBySlug } from './point.js';
import type { WorkItem } from './work-item.js';

/** The same request repeatedly: the cost of a cache hit, compared with a route that returns a constant text. */
export const cached: WorkItem = {
  name: 'cached',
  title: 'repeated request',
  cases: ({ sample }) =>
    sample.companies.slice(0, 1).map((slug) => {
      const request = { query: companyBySlug, variables: { slug } };
      return { requests: { ours: request, fastify: request } };
    }),
  normalize: (_server, data) => singleRow(data),
};
