import { describe, expect, it } from 'vitest';
import { toConnection } from './to-connection.js';

const edges = ['a', 'b', 'c'].map((item) => ({ item, cursor: `cursor of ${item}` }));
const [a, b, c] = edges;

describe('toConnection', () => {
  it('removes the extra item, which shows that there is a next page', () => {
    expect(toConnection({ nodes: ['a', 'b', 'c'], size: 2 }, false)).toMatchObject({
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    expect(toConnection({ nodes: ['a', 'b'], size: 2 }, false)).toMatchObject({
      nodes: ['a', 'b'],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  it('removes the extra item at the start of a backward page', () => {
    expect(toConnection({ edges, size: 2 }, true)).toMatchObject({
      edges: [b, c],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: 'cursor of b', endCursor: 'cursor of c' },
    });
  });

  it('returns the nodes that are selected in addition to the edges', () => {
    expect(toConnection({ edges, totalCount: 7 }, false)).toMatchObject({
      nodes: ['a', 'b', 'c'],
      edges: [a, b, c],
      totalCount: 7,
    });
  });

  it('has a further page if there are items beyond its far bound', () => {
    expect(toConnection({ nodes: ['a'], hasItemsAhead: true }, false)).toMatchObject({
      pageInfo: { hasNextPage: true },
    });
    expect(toConnection({ nodes: ['a'], hasItemsAhead: true }, true)).toMatchObject({
      pageInfo: { hasPreviousPage: true },
    });
  });

  it('has an opposite page if there are items before its start', () => {
    expect(toConnection({ nodes: [], hasItemsBehind: true }, false)).toMatchObject({
      pageInfo: { hasPreviousPage: true },
    });
    expect(toConnection({ nodes: [], hasItemsBehind: true }, true)).toMatchObject({ pageInfo: { hasNextPage: true } });
  });

  it('has no cursors if no edges are selected', () => {
    expect(toConnection({ nodes: ['a'] }, false)).toMatchObject({ pageInfo: { startCursor: null, endCursor: null } });
  });
});
