import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describe('a variable', () => {
  it('has its default value if it is required but not sent', async () => {
    const query = 'query ($slug: String! = "kite") { tool(slug: $slug) { slug } }';
    expect(await api.query(query)).toEqual({ tool: { slug: 'kite' } });
    expect(await api.query(query, { slug: 'snyk' })).toEqual({ tool: { slug: 'snyk' } });
  });

  it('can hold a complete filter and a complete order', async () => {
    const query = `query ($where: CompanyWhere, $order: [CompanyOrder!]) {
      companies(where: $where, orderBy: $order) { nodes { slug } }
    }`;
    const where = {
      or: [{ develops: { developedBy: { slug: { eq: 'google' } } } }, { slug: { in: ['kakao', 'naver'] } }],
    };
    const slugs = async (variables: object): Promise<unknown> =>
      (await api.query<{ companies: { nodes: { slug: string }[] } }>(query, { ...variables })).companies.nodes.map(
        (company) => company.slug,
      );
    expect(await slugs({ where })).toEqual(['google', 'kakao', 'naver']);
    expect(await slugs({ where, order: [{ field: 'NAME', direction: 'DESC' }] })).toEqual(['naver', 'kakao', 'google']);
    expect(await slugs({ where: { slug: { in: ['kakao'] } }, order: [] })).toEqual(['kakao']);
  });

  it('that is not sent omits its argument', async () => {
    const query =
      'query ($name: String, $first: Int) { tools(first: $first, where: { name: { eq: $name } }) { totalCount nodes { slug } } }';
    expect(await api.query(query, { name: 'kite' })).toEqual({ tools: { totalCount: 1, nodes: [{ slug: 'kite' }] } });
    const { tools } = await api.query<{ tools: { totalCount: number; nodes: object[] } }>(query);
    expect(tools.totalCount).toBeGreaterThan(40);
    expect(tools.nodes).toHaveLength(20);
  });

  it.each([
    ['is missing', {}, /Variable "\$slug" of required type "String!" was not provided/],
    ['has the wrong type', { slug: 7 }, /Variable "\$slug" got invalid value 7/],
  ])('that %s is rejected with BAD_USER_INPUT', async (_, variables, message) => {
    const { errors } = await api.send('query ($slug: String!) { tool(slug: $slug) { slug } }', variables);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
