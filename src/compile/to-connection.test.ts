import { describe, expect, it } from 'vitest';
import { toConnection } from './to-connection.js';

const edges = ['a', 'b', 'c'].map((item) => ({ item, cursor: `cursor of ${item}` }));
const [a, b, c] = edges;

describe('A connection', () => {
  it('is cut to its page, which one item more shows to go on', () => {
    expect(toConnection({ nodes: ['a', 'b', 'c'], size: 2 }, false)).toMatchObject({
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    expect(toConnection({ nodes: ['a', 'b'], size: 2 }, false)).toMatchObject({
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  it('is cut at its start where it is counted from the end', () => {
    expect(toConnection({ edges, size: 2 }, true)).toMatchObject({
      edges: [b, c],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: 'cursor of b', endCursor: 'cursor of c' },
    });
  });

  it('has the nodes that are selected beside its edges', () => {
    expect(toConnection({ edges, totalCount: 7 }, false)).toMatchObject({
      nodes: ['a', 'b', 'c'],
      edges: [a, b, c],
      totalCount: 7,
    });
  });

  it('goes on where something lies beyond the bound that it runs towards', () => {
    expect(toConnection({ nodes: ['a'], hasPast: true }, false)).toMatchObject({ pageInfo: { hasNextPage: true } });
    expect(toConnection({ nodes: ['a'], hasPast: true }, true)).toMatchObject({ pageInfo: { hasPreviousPage: true } });
  });

  it('tells whether something lies before the start of its page', () => {
    expect(toConnection({ nodes: [], hasOpposite: true }, false)).toMatchObject({
      pageInfo: { hasPreviousPage: true },
    });
    expect(toConnection({ nodes: [], hasOpposite: true }, true)).toMatchObject({ pageInfo: { hasNextPage: true } });
  });

  it('has no cursors where no edges are selected', () => {
    expect(toConnection({ nodes: ['a'] }, false)).toMatchObject({ pageInfo: { startCursor: null, endCursor: null } });
  });
});
