import { parse, type FieldNode, type OperationDefinitionNode } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../schema.js';
import { fieldsOf, findField, selectRoot, type SelectedField } from './selection.js';

it('a selection on an interface is computed once for all of its types, at any depth', () => {
  const facts = (depth: number): string =>
    depth === 0 ? 'id' : `relations { nodes { from { ${facts(depth - 1)} } } }`;
  const root = select(`{ graph { nodes { ${facts(3)} } } }`);
  const nodes = findField(fieldsOf(root.selection), 'nodes');
  const selections = [...(nodes?.selection.values() ?? [])].map((fields) => findField(fields, 'relations')?.selection);
  expect(selections.length).toBeGreaterThan(10);
  expect(new Set(selections).size).toBe(1);
});

it('fields have the same signature only if they compile to the same Cypher', () => {
  const signatureOf = (selection: string): string => select(`{ graph { nodes { ${selection} } } }`).signature;
  expect(signatureOf('id ... on Company { kind }')).toBe(signatureOf('... on Company { kind } id'));
  expect(signatureOf('id ... on Company { kind }')).not.toBe(signatureOf('id ... on Company { slug }'));
  expect(signatureOf('id ... on Company { slug }')).not.toBe(signatureOf('id ... on Tool { slug }'));
});

function select(query: string): SelectedField {
  const schema = buildSchema();
  const type = schema.getQueryType();
  const [operation] = parse(query).definitions as [OperationDefinitionNode];
  const nodes = operation.selectionSet.selections as FieldNode[];
  if (!type) throw new Error('The schema must have a query type.');
  return selectRoot({ schema, fragments: {}, variableValues: {} }, type, nodes);
}
