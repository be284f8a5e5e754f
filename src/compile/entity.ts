import Cypher from '@neo4j/cypher-builder';
import { isInterfaceType, isObjectType, type GraphQLObjectType } from 'graphql';
import { citationRows } from './citation.js';
import type { Compilation } from './compilation.js';
import { connectionRow } from './connection.js';
import { degreeOf } from './degree.js';
import { arrow } from './filter.js';
import { citedList } from './lists/cited-list.js';
import { relatedList } from './lists/related-list.js';
import { relationsList } from './lists/relations-list.js';
import { anyHolds } from './logic.js';
import { fieldsSignature, type SelectedField, type Selection } from './selection.js';
import { endOf, fieldSource, type Relationship } from './source.js';
import { either, firstOf, plain, row, storedValue, type Value } from './value.js';
import { ours } from './ours.js';

/**
 * Compiles an entity into a row. If several types are possible, each type has a row of the fields that are selected on
 * it.
 */
export function entityRow(compilation: Compilation, selection: Selection, node: Cypher.Variable): Value {
  const branches = branchesOf(compilation, selection);
  const [first, ...others] = branches;
  if (!first) return row({ id: node.property('id') });
  if (others.length === 0) return typeRow(compilation, first, node, selection.size > 1);
  return either(
    branches.map((branch) => [hasLabel(node, branch.types), typeRow(compilation, branch, node, true)] as const),
  );
}

/** Types on which the same fields are selected. */
interface Branch {
  readonly types: readonly string[];
  readonly fields: readonly SelectedField[];
}

// Fields of the interface compile once for all types. Fields outside the interface compile once for each type: two
// types may both have `tools`, but follow different relations.
function branchesOf(compilation: Compilation, selection: Selection): Branch[] {
  const branches = new Map<string, Branch>();
  for (const [type, fields] of selection) {
    if (type === 'Relation') continue;
    const own = fields.some(({ name }) => !isInEntity(compilation, name));
    const key = `${own ? type : ''} ${fieldsSignature(fields)}`;
    branches.set(key, { fields, types: [...(branches.get(key)?.types ?? []), type] });
  }
  return [...branches.values()];
}

function isInEntity(compilation: Compilation, field: string): boolean {
  const entity = compilation.schema.getType('Entity');
  return isInterfaceType(entity) && field in entity.getFields();
}

function hasLabel(node: Cypher.Variable, types: readonly string[]): Cypher.Predicate {
  return anyHolds(types.map((type) => new Cypher.Raw((env) => `${env.compile(node)}:${type}`)));
}

// The type of an entity is derived from its id, so a row of several possible types includes the id.
function typeRow(compilation: Compilation, branch: Branch, node: Cypher.Variable, isMixed: boolean): Value {
  compilation.count(branch.fields.length);
  const parent = compilation.schema.getType(branch.types[0] ?? '');
  if (!isObjectType(parent)) throw new TypeError(`${branch.types.join()} must be an object type of the schema.`);
  const entries = branch.fields.map((field): [string, Value] => [
    field.key,
    fieldValue(compilation, parent, field, node),
  ]);
  const id: [string, Value][] = isMixed || entries.length === 0 ? [['id', plain(node.property('id'))]] : [];
  return row(Object.fromEntries([...id, ...entries]));
}

function fieldValue(
  compilation: Compilation,
  parent: GraphQLObjectType,
  field: SelectedField,
  node: Cypher.Variable,
): Value {
  const source = fieldSource(compilation.schema, field.definition);
  switch (source.kind) {
    case 'property':
      return storedValue(field, node, source.property);
    case 'citations':
      return citationRows(compilation, field, node);
    case 'degree':
      return plain(degreeOf(node));
    case 'relations':
      return connectionRow(compilation, field, relationsList(compilation, field, node));
    case 'cited':
      return connectionRow(compilation, field, citedList(compilation, field, node, source.parts));
    case 'connection': {
      const list = relatedList(compilation, field, node, parent.name, source.relationship);
      return connectionRow(compilation, field, list);
    }
    case 'single':
      return singleRow(compilation, field, node, source.relationship);
  }
}

function singleRow(
  compilation: Compilation,
  { selection }: SelectedField,
  node: Cypher.Variable,
  relationship: Relationship,
): Value {
  const { type, direction } = relationship;
  const other = new Cypher.Node();
  const pattern = new Cypher.Pattern(node)
    .related({ type, direction: arrow(direction), properties: ours })
    .to(other, endOf(relationship));
  const first = new Cypher.With(other).orderBy([other.property('sortKey')]).limit(1);
  return firstOf(compilation.entity(selection, other), (found) =>
    Cypher.utils.concat(new Cypher.Match(pattern), first, found),
  );
}
