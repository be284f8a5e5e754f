import { onlyRow } from './answer.js';
import { companyBySlug } from './point.js';
import type { WorkItem } from './work-item.js';

/** One request again and again: what an answer in the cache takes, against a route that returns a text. */
export const cached: WorkItem = {
  name: 'cached',
  title: 'one request again and again',
  cases: ({ sample }) =>
    sample.companies.slice(0, 1).map((slug) => {
      const request = { query: companyBySlug, variables: { slug } };
      return { requests: { ours: request, fastify: request } };
    }),
  answer: (_server, data) => onlyRow(data),
};
