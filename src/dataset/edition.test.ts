import { describe, expect, it } from 'vitest';
import { editionIn, isForward, type Edition } from './edition.js';

const held: Edition = { version: '1.9.0', format: 1, hash: 'a' };

describe('data go forward', () => {
  it.each([
    ['where there are none', undefined, held],
    ['to the same', held, held],
    ['to a newer version, by numbers', held, { version: '1.10.0', format: 1, hash: 'b' }],
    ['to what a newer release derives of the same version', held, { ...held, format: 2, hash: 'b' }],
    ['to a newer version of an older release', { ...held, format: 2 }, { version: '2.0.0', format: 1, hash: 'b' }],
  ])('%s', (_, from, to) => {
    expect(isForward(from, to)).toBe(true);
  });

  it.each([
    ['to an older version', { version: '1.8.9', format: 1, hash: 'b' }],
    ['to an older version of a newer release', { version: '1.8.9', format: 2, hash: 'b' }],
    ['to what an older release derives of the same version', { ...held, format: 0, hash: 'b' }],
    ['to other data of the same version', { ...held, hash: 'b' }],
  ])('and not %s', (_, to) => {
    expect(isForward(held, to)).toBe(false);
  });
});

describe('the edition in Neo4j', () => {
  it('is what the Dataset node says, and none before a load has ended', () => {
    const dataset = { key: '1', labels: ['AigcAtlas', 'Dataset'] };
    const properties = { version: '1.9.0', format: 1n, hash: 'a' };
    expect(editionIn({ nodes: [{ ...dataset, properties }], relations: [] })).toEqual(held);
    expect(editionIn({ nodes: [{ ...dataset, properties: { schemaNames: ['entity_id'] } }], relations: [] })).toBe(
      undefined,
    );
    expect(editionIn({ nodes: [], relations: [] })).toBe(undefined);
  });
});
