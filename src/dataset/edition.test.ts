import { describe, expect, it } from 'vitest';
import { editionOf, isUpgrade, type Edition } from './edition.js';

const storedEdition: Edition = { version: '1.9.0', format: 1, hash: 'a' };

describe('isForward accepts', () => {
  it.each([
    ['any data if none are loaded', undefined, storedEdition],
    ['the same data', storedEdition, storedEdition],
    ['a newer version, compared by numbers', storedEdition, { version: '1.10.0', format: 1, hash: 'b' }],
    [
      'the same version with the derived properties of a newer release',
      storedEdition,
      { ...storedEdition, format: 2, hash: 'b' },
    ],
    [
      'a newer version loaded by an older release',
      { ...storedEdition, format: 2 },
      { version: '2.0.0', format: 1, hash: 'b' },
    ],
  ])('%s', (_, from, to) => {
    expect(isUpgrade(from, to)).toBe(true);
  });
});

describe('isForward rejects', () => {
  it.each([
    ['an older version', { version: '1.8.9', format: 1, hash: 'b' }],
    ['an older version loaded by a newer release', { version: '1.8.9', format: 2, hash: 'b' }],
    ['the same version with the derived properties of an older release', { ...storedEdition, format: 0, hash: 'b' }],
    ['different data of the same version', { ...storedEdition, hash: 'b' }],
  ])('%s', (_, to) => {
    expect(isUpgrade(storedEdition, to)).toBe(false);
  });
});

describe('editionIn', () => {
  it('reads the edition from the Dataset node, and returns undefined before a load has ended', () => {
    const dataset = { key: '1', labels: ['AigcAtlas', 'Dataset'] };
    const properties = { version: '1.9.0', format: 1n, hash: 'a' };
    expect(editionOf({ nodes: [{ ...dataset, properties }], relations: [] })).toEqual(storedEdition);
    expect(editionOf({ nodes: [{ ...dataset, properties: { schemaNames: ['entity_id'] } }], relations: [] })).toBe(
      undefined,
    );
    expect(editionOf({ nodes: [], relations: [] })).toBe(undefined);
  });
});
