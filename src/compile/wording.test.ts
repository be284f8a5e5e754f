import { Kind, parse, validate, type FieldNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildPlainSchema } from '../schema.js';
import { fieldsOf, selectRoot, type SelectedField } from './selection.js';
import { wordingOf } from './wording.js';

const { schema } = buildPlainSchema();

/** What is asked of a company. */
function askedOf(selection: string): readonly SelectedField[] {
  const document = parse(`{ company(slug: "x") { ${selection} } }`);
  expect(validate(schema, document)).toEqual([]);
  const nodes = document.definitions.flatMap((definition): readonly FieldNode[] =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.filter((node) => node.kind === Kind.FIELD)
      : [],
  );
  const query = schema.getQueryType() ?? expect.unreachable('The schema must have queries.');
  return fieldsOf(selectRoot({ schema, fragments: {}, variableValues: {} }, query, nodes).selection);
}

describe('A row is worded as the answer', () => {
  it('where each of its values stands under its own name', () => {
    expect(wordingOf(askedOf('slug tools(first: 1) { nodes { id } } name'))?.names).toEqual(['slug', 'tools', 'name']);
  });

  it('with the name of its type only where that is known', () => {
    const fields = askedOf('__typename slug');
    expect(wordingOf(fields, 'Company')).toEqual({ names: ['__typename', 'slug'], typename: 'Company' });
    expect(wordingOf(fields)).toBeUndefined();
  });
});

describe('A row would be handed through as an answer that it is not', () => {
  it.each([
    ['if a value stood under an alias', 'title: name'],
    ['if two values stood under the name of each other', 'name: slug slug: name'],
    ['if a value were in a language', 'name(lang: ZH)'],
    ['if a value were asked for once more under an alias', 'name again: name'],
  ])('%s', (_what, selection) => {
    expect(wordingOf(askedOf(selection), 'Company')).toBeUndefined();
  });

  it('if it held more values than the answer names, such as one list by two ways of writing its filter', () => {
    const fields = askedOf(`
      tools(where: { slug: { startsWith: "a", contains: "b" } }) { nodes { slug } }
      tools(where: { slug: { contains: "b", startsWith: "a" } }) { nodes { name } }`);
    expect(fields.map(({ name }) => name)).toEqual(['tools', 'tools']);
    expect(wordingOf(fields, 'Company')).toBeUndefined();
  });
});
