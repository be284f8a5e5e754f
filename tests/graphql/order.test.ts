import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';

interface Company {
  readonly slug: string;
  readonly name: string;
  readonly degree: number;
  readonly tools: { readonly totalCount: number };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

describe('orderBy', () => {
  it.each([
    ['', [byName]],
    ['[{ field: NAME }]', [byName]],
    ['[{ field: NAME, direction: DESC }]', [reverse(byName)]],
    ['[{ field: DEGREE }]', [byDegree, byName]],
    ['[{ field: DEGREE, direction: DESC }]', [reverse(byDegree), byName]],
    ['[{ field: TOOLS, direction: DESC }]', [reverse(byTools), byName]],
    ['[{ field: TOOLS }, { field: DEGREE, direction: DESC }]', [byTools, reverse(byDegree), byName]],
    ['[{ field: TOOLS, direction: DESC }, { field: NAME, direction: DESC }]', [reverse(byTools), reverse(byName)]],
    ['[]', [byName]],
  ])('sorts companies: %s', async (order, comparisons) => {
    const args = order === '' ? '' : `, orderBy: ${order}`;
    const text = `{ companies(first: 100${args}) { nodes { slug name degree tools { totalCount } } } }`;
    const { nodes } = (await api.query<{ companies: { nodes: readonly Company[] } }>(text)).companies;
    const sorted = nodes.toSorted(
      (a, b) => comparisons.map((compare) => compare(a, b)).find((result) => result !== 0) ?? 0,
    );
    expect(nodes.map(({ slug }) => slug)).toEqual(sorted.map(({ slug }) => slug));
  });

  it('overrides the default order of tiers, which tiers, stages and sections have', async () => {
    const text = `{
      tiers { nodes { slug } } byName: tiers(orderBy: [{ field: NAME }]) { nodes { slug } }
      stages { nodes { fromYear } } sections(first: 100) { nodes { number } }
    }`;
    type DefaultOrders = Record<
      'tiers' | 'byName' | 'stages' | 'sections',
      { nodes: { slug: string; fromYear: number; number: string }[] }
    >;
    const { tiers, byName: tiersByName, stages, sections } = await api.query<DefaultOrders>(text);
    expect(tiers.nodes.map(({ slug }) => slug)).toEqual(['upstream', 'midstream', 'downstream']);
    expect(tiersByName.nodes.map(({ slug }) => slug)).toEqual(['downstream', 'midstream', 'upstream']);
    expect(stages.nodes.map(({ fromYear }) => fromYear)).toEqual([2010, 2014, 2021]);
    const numbers = sections.nodes.map(({ number }) => number);
    expect(numbers.indexOf('2.10')).toBe(numbers.indexOf('2.9') + 1);
  });

  it('sorts the tools of a company', async () => {
    const text =
      '{ company(slug: "openai") { tools(orderBy: [{ field: DEGREE, direction: DESC }]) { nodes { degree } } } }';
    const { company } = await api.query<{ company: { tools: { nodes: { degree: number }[] } } }>(text);
    const degrees = company.tools.nodes.map(({ degree }) => degree);
    expect(degrees).toEqual(degrees.toSorted((a, b) => b - a));
  });
});

type Comparator = (a: Company, b: Company) => number;

// Compares names character by character in lower case, as the database does.
function byName(a: Company, b: Company): number {
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

function byDegree(a: Company, b: Company): number {
  return a.degree - b.degree;
}

function byTools(a: Company, b: Company): number {
  return a.tools.totalCount - b.tools.totalCount;
}

function reverse(compare: Comparator): Comparator {
  return (a, b) => compare(b, a);
}
