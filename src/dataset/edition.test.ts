import { describe, expect, it } from 'vitest';
import { editionIn, isForward, type Edition } from './edition.js';

const held: Edition = { version: '1.9.0', format: 1, hash: 'a' };

describe('isForward accepts', () => {
  it.each([
    ['any data if none are loaded', undefined, held],
    ['the same data', held, held],
    ['a newer version, compared by numbers', held, { version: '1.10.0', format: 1, hash: 'b' }],
    ['the same version with the derived properties of a newer release', held, { ...held, format: 2, hash: 'b' }],
    ['a newer version loaded by an older release', { ...held, format: 2 }, { version: '2.0.0', format: 1, hash: 'b' }],
  ])('%s', (_, from, to) => {
    expect(isForward(from, to)).toBe(true);
  });
});

describe('isForward rejects', () => {
  it.each([
    ['an older version', { version: '1.8.9', format: 1, hash: 'b' }],
    ['an older version loaded by a newer release', { version: '1.8.9', format: 2, hash: 'b' }],
    ['the same version with the derived properties of an older release', { ...held, format: 0, hash: 'b' }],
    ['different data of the same version', { ...held, hash: 'b' }],
  ])('%s', (_, to) => {
    expect(isForward(held, to)).toBe(false);
  });
});

describe('editionIn', () => {
  it('reads the edition from the Dataset node, and returns undefined before a load has ended', () => {
    const dataset = { key: '1', labels: ['AigcAtlas', 'Dataset'] };
    const properties = { version: '1.9.0', format: 1n, hash: 'a' };
    expect(editionIn({ nodes: [{ ...dataset, properties }], relations: [] })).toEqual(held);
    expect(editionIn({ nodes: [{ ...dataset, properties: { schemaNames: ['entity_id'] } }], relations: [] })).toBe(
      undefined,
    );
    expect(editionIn({ nodes: [], relations: [] })).toBe(undefined);
  });
});
