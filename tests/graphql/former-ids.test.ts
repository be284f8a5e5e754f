import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describe('the id of an entity that was merged into another one', () => {
  it('leads to the other one, of the same type or of another, in the order of the requested ids', async () => {
    const ids = ['Challenge:ethics', 'Company:openai', 'Company:ibm-watson', 'Statistic:early-exploration-span', 'x'];
    const text = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } node(id: "Company:dtplus") { id } }';
    expect(await api.query(text, { ids })).toEqual({
      nodes: [
        { __typename: 'Challenge', id: 'Challenge:social-and-ethical-issues' },
        { __typename: 'Company', id: 'Company:openai' },
        { __typename: 'Tool', id: 'Tool:ibm-watson' },
        { __typename: 'Stage', id: 'Stage:early-exploration' },
        null,
      ],
      node: { id: 'Tool:dtplus' },
    });
  });

  it('works as a slug if the type is the same', async () => {
    const text =
      '{ challenge(slug: "Ethics") { slug } company(slug: "ibm-watson") { slug } tool(slug: "dall-e") { slug } }';
    expect(await api.query(text)).toEqual({
      challenge: { slug: 'social-and-ethical-issues' },
      company: null,
      tool: { slug: 'dall-e' },
    });
  });

  it('works in paths, neighborhoods, connections and similarity, as the current id does', async () => {
    const fields = [
      'paths(from: $id, to: "Company:ibm") { relations { id } }',
      'paths(from: "Company:ibm", to: $id, first: 5) { relations { id } }',
      'neighborhood(ids: [$id]) { nodes { id } }',
      'between(ids: [$id, "Company:ibm"]) { links { id } }',
      'similar(id: $id) { entity { id } score }',
    ];
    for (const field of fields) {
      const text = `query ($id: ID!) { result: ${field} }`;
      const { result } = await api.query<{ result: object }>(text, { id: 'Tool:ibm-watson' });
      expect(Object.values(result), field).not.toEqual([]);
      expect(await api.query(text, { id: 'Company:ibm-watson' }), field).toEqual({ result });
    }
  });

  it('is not an entity of its own: lists, counts and search leave it out', async () => {
    const text =
      '{ companies(where: {slug: {eq: "ibm-watson"}}) { totalCount } dataset { nodeCount types { count } } }';
    const { companies, dataset } = await api.query<{
      companies: { totalCount: number };
      dataset: { nodeCount: number; types: { count: number }[] };
    }>(text);
    expect(companies.totalCount).toBe(0);
    expect(dataset.nodeCount).toBe(dataset.types.reduce((sum, { count }) => sum + count, 0));
  });
});
