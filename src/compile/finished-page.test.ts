import Cypher from '@neo4j/cypher-builder';
import { describe, expect, it } from 'vitest';
import { finishedPage, readingOfListPage } from './finished-page.js';
import { verbatim } from './value.js';

const page = finishedPage({ expression: new Cypher.Literal(0), read: (packed) => packed });
const edges = [{ node: 'a' }, { node: 'b' }, { node: 'c' }];

describe('A page as it is read', () => {
  it('is the list of its nodes, where that is all that was asked for', () => {
    const nodes = verbatim(new Cypher.Literal(0));
    expect(readingOfListPage(nodes).read(['a', 'b'])).toEqual({ nodes: ['a', 'b'] });
    expect(readingOfListPage(nodes).isVerbatim).toBe(false);
    const typename = 'ToolConnection';
    const typed = [['__typename', 'nodes'], ['nodes', '__typename'], ['nodes']].map((names) =>
      readingOfListPage(nodes, { names, typename }),
    );
    expect(typed.map(({ isVerbatim }) => isVerbatim)).toEqual([true, true, true]);
    expect(typed.map(({ read }) => JSON.stringify(read(['a'])))).toEqual([
      '{"__typename":"ToolConnection","nodes":["a"]}',
      '{"nodes":["a"],"__typename":"ToolConnection"}',
      '{"nodes":["a"]}',
    ]);
    expect(typed[0]?.read(null)).toBeNull();
  });

  it('is without the one more at its end that shows that the list goes on', () => {
    expect(page.read({ nodes: ['a', 'b', 'c'], size: 2 })).toMatchObject({ nodes: ['a', 'b'], overflows: true });
    expect(page.read({ nodes: ['a', 'b'], size: 2 })).toMatchObject({ nodes: ['a', 'b'], overflows: false });
  });

  it('is without the one more at its start, where it was counted from the end', () => {
    expect(page.read({ edges, size: 2, backward: true })).toMatchObject({ nodes: ['b', 'c'], overflows: true });
  });

  it('has the nodes of its edges', () => {
    expect(page.read({ edges, total: 7 })).toMatchObject({ nodes: ['a', 'b', 'c'], edges, totalCount: 7 });
  });

  it('goes on where something lies past the bound that it runs towards', () => {
    expect(page.read({ nodes: ['a'], past: true })).toMatchObject({ overflows: true });
  });

  it('is none where there is none', () => {
    expect(page.read(null)).toBeNull();
  });
});
