import { expect, it } from 'vitest';
import { rowsOf } from './table.js';

it('makes an object of each row of a table, with the names of its own shape, in the order of the table', () => {
  const shapes = [['id', 'name'], ['id', 'slug', 'tools'], []];
  const rows = rowsOf({
    shapes,
    rows: [[1, 'Company:a', 'a', [{ total: 2 }]], [0, 'Tool:b', ['B', null]], [2], [0, 'Tool:a', null]],
  });
  expect(rows).toEqual([
    { id: 'Company:a', slug: 'a', tools: [{ total: 2 }] },
    { id: 'Tool:b', name: ['B', null] },
    {},
    { id: 'Tool:a', name: null },
  ]);
});
