import { buildSchema, Kind, parse, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectRoot, type SelectedField } from './selection.js';
import { assignSlots } from './slots.js';

const schema = buildSchema(`
  type ThingConnection { nodes: [Thing!]! }
  type Thing { id: ID! name(lang: String): String things(first: Int): ThingConnection! }
  type Query { thing: Thing }
`);

describe('a slot', () => {
  it('is the name of the field where one value answers all that ask for it', () => {
    const root = selected('{ thing { a: things(first: 1) { nodes { id } } b: things(first: 1) { nodes { name } } } }');
    expect(assignSlots(root).size).toBe(0);
    expect(slotsBelow(root)).toEqual(['things']);
  });

  it('does not tell languages apart, for a row carries both', () => {
    expect(slotsBelow(selected('{ thing { a: name(lang: "EN") b: name(lang: "ZH") } }'))).toEqual(['name']);
  });

  it('is numbered where different arguments ask for different values', () => {
    const root = selected('{ thing { a: things(first: 1) { nodes { id } } b: things(first: 2) { nodes { id } } } }');
    expect(assignSlots(root).size).toBe(2);
    expect(slotsBelow(root)).toEqual(['things_1', 'things_2']);
  });

  it('is not numbered where each row holds one value, be it under other arguments than other rows', () => {
    const root = selected('{ thing { things(first: 1) { nodes { id things(first: 2) { nodes { id } } } } } }');
    expect(assignSlots(root).size).toBe(0);
    expect(slotsBelow(root)).toEqual(['things']);
  });

  it('has the same number whichever alias comes first, and whatever it is called', () => {
    const bySelection = (text: string): string[] => {
      const root = selected(text);
      assignSlots(root);
      return [...root.selection.values()].flat().map(({ slot, signature }) => `${slot} ${signature}`);
    };
    const one = '{ thing { a: things(first: 1) { nodes { id } } b: things(first: 2) { nodes { name } } } }';
    const other = '{ thing { z: things(first: 8) { nodes { name } } y: things(first: 9) { nodes { id } } } }';
    expect(bySelection(other)).toEqual(bySelection(one));
  });

  it('is one for a fragment that is used at two places', () => {
    const text = `{ thing { ...Two things { nodes { ...Two } } } }
      fragment Two on Thing { a: things(first: 1) { nodes { id } } b: things(first: 2) { nodes { id } } }`;
    const slots = assignSlots(selected(text));
    for (const byType of slots.values()) expect([...byType.keys()]).toEqual(['Thing']);
    expect(new Set([...slots.values()].map((byType) => byType.get('Thing')))).toEqual(
      new Set(['things_1', 'things_2', 'things_3']),
    );
  });
});

function selected(text: string): SelectedField {
  const { definitions } = parse(text);
  const fragments: Record<string, FragmentDefinitionNode> = {};
  const nodes: FieldNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const node of definition.selectionSet.selections) if (node.kind === Kind.FIELD) nodes.push(node);
  }
  const query = schema.getQueryType();
  if (!query) throw new TypeError('The schema of this test must have queries.');
  return selectRoot({ schema, fragments, variableValues: {} }, query, nodes);
}

function slotsBelow(root: SelectedField): string[] {
  return [...root.selection.values()].flat().map(({ slot }) => slot);
}
