import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { parseRepresentation, type Representation } from './representation.js';

function parse(value: unknown): Representation {
  return parseRepresentation(projectModel(), 'representations[3]', value);
}

describe('parseRepresentation', () => {
  it.each([
    [{ __typename: 'Tool', id: 'Tool:kite' }, 'Tool', 'Tool:kite'],
    [{ __typename: 'Tool', slug: 'Kite' }, 'Tool', 'Tool:kite'],
    [{ __typename: 'Tool', id: 'Tool:kite', slug: 'dall-e', name: 'Kite' }, 'Tool', 'Tool:kite'],
    [{ __typename: 'Company', id: 'nothing of this form' }, 'Company', 'nothing of this form'],
    [{ __typename: 'Relation', id: 'DEVELOPS:openai:kite' }, 'Relation', 'DEVELOPS:openai:kite'],
  ])('reads the type and the id of %j', (value, type, id) => {
    expect(parse(value)).toEqual({ type, id });
  });

  it.each([
    ['Tool:kite', 'representations[3] must be an object with __typename and a key, found "Tool:kite".'],
    [null, 'representations[3] must be an object with __typename and a key, found null.'],
    [[{ __typename: 'Tool' }], 'must be an object with __typename and a key, found [{"__typename":"Tool"}].'],
    [{ id: 'Tool:kite' }, 'representations[3].__typename must be a type of the union _Entity, found none.'],
    [{ __typename: 'Entity', id: 'x' }, '__typename must be a type of the union _Entity, found "Entity".'],
    [{ __typename: 'PageInfo', id: 'x' }, '__typename must be a type of the union _Entity, found "PageInfo".'],
    [{ __typename: 7 }, 'representations[3].__typename must be a type of the union _Entity, found 7.'],
    [{ __typename: 'Tool', name: 'Kite' }, 'must have the key of Tool, id or slug, found only "__typename, name".'],
    [{ __typename: 'Relation', slug: 'kite' }, 'must have the key of Relation, id, found only "__typename, slug".'],
    [{ __typename: 'Tool', id: null, slug: 'kite' }, 'representations[3].id must be a string, found null.'],
    [{ __typename: 'Tool', slug: ['kite'] }, 'representations[3].slug must be a string, found ["kite"].'],
    [{ __typename: 'x'.repeat(1_000) }, `found "${'x'.repeat(59)}….`],
  ])('refuses %j and says why', (value, message) => {
    expect(() => parse(value)).toThrow(message);
  });
});
