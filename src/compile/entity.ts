import Cypher from '@neo4j/cypher-builder';
import { isInterfaceType, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { citationRows } from './citation.js';
import type { Compilation } from './compilation.js';
import { connectionRow } from './connection.js';
import { degreeOf } from './degree.js';
import { arrow } from './filter.js';
import { describeRow } from './interpreted/description.js';
import { interpretedRow } from './interpreted/interpreted-row.js';
import { localized } from './localized.js';
import { anyHolds } from './logic.js';
import { citedList } from './lists/cited-list.js';
import { relatedList } from './lists/related-list.js';
import { relationsList } from './lists/relations-list.js';
import { fieldsSignature, type SelectedField, type Selection } from './selection.js';
import { fieldSource } from './source.js';
import type { Wording } from './reading.js';
import { either, firstOf, row, verbatim, type Value } from './value.js';
import { leaf, wordingOf } from './wording.js';

/** What is selected of an entity; where several types are possible, each has what is selected of it. */
export function entityRow(compilation: Compilation, selection: Selection, node: Cypher.Variable): Value {
  const branches = branchesOf(compilation, selection);
  const [first, ...others] = branches;
  if (!first) return row({ id: node.property('id') });
  if (others.length === 0) return typeRow(compilation, first, node, selection.size > 1);
  return either(
    branches.map((branch) => [hasLabel(node, branch.types), typeRow(compilation, branch, node, true)] as const),
  );
}

interface Branch {
  readonly types: readonly string[];
  readonly fields: readonly SelectedField[];
  /** How the answer words a row; undefined where it words those of its types differently. */
  readonly wording: Wording | undefined;
}

// Types of which the same is asked share a branch, so that a selection on the interface compiles once. Fields outside
// the interface keep their types apart: two types may both have `tools`, by different relations. So do slots: elsewhere
// in the query one type's field may be asked for with several arguments, and its values be numbered.
function branchesOf(compilation: Compilation, selection: Selection): Branch[] {
  const branches = new Map<string, Branch>();
  for (const [type, fields] of selection) {
    if (type === 'Relation') continue;
    const own = fields.some(({ name }) => !isShared(compilation, name));
    const slots = fields.map(({ slot }) => slot).join();
    const key = `${own ? type : ''} ${slots} ${fieldsSignature(fields)}`;
    const known = branches.get(key);
    const wording = known ? common(known.wording, wordingOf(fields)) : wordingOf(fields, type);
    branches.set(key, { fields, types: [...(known?.types ?? []), type], wording });
  }
  return [...branches.values()];
}

// The name of its type is worded differently for each.
function common(one: Wording | undefined, other: Wording | undefined): Wording | undefined {
  return one?.names.join() === other?.names.join() ? other : undefined;
}

function isShared(compilation: Compilation, field: string): boolean {
  const entity = compilation.schema.getType('Entity');
  return isInterfaceType(entity) && field in entity.getFields();
}

function hasLabel(node: Cypher.Variable, types: readonly string[]): Cypher.Predicate {
  return anyHolds(types.map((type) => new Cypher.Raw((env) => `${env.compile(node)}:${type}`)));
}

function typeRow(compilation: Compilation, branch: Branch, node: Cypher.Variable, mixed: boolean): Value {
  const parent = compilation.schema.getType(branch.types[0] ?? '');
  if (!isObjectType(parent)) throw new TypeError(`${branch.types.join()} must be an object type of the schema.`);
  const interpreted = interpretedValue(compilation, parent, branch, node, mixed);
  if (interpreted) return interpreted;
  const entries = branch.fields.map((field): [string, Value | Cypher.Expr] => [
    field.slot,
    fieldValue(compilation, parent, field, node),
  ]);
  const id: [string, Cypher.Expr][] = mixed || entries.length === 0 ? [['id', node.property('id')]] : [];
  return row(Object.fromEntries([...id, ...entries]), branch.wording);
}

function interpretedValue(
  compilation: Compilation,
  type: GraphQLObjectType,
  { fields, wording }: Branch,
  node: Cypher.Variable,
  isMixed: boolean,
): Value | undefined {
  const row = compilation.interprets ? describeRow(compilation.schema, { type, fields, wording, isMixed }) : undefined;
  return row && { ...row, expression: interpretedRow(node, compilation.parameters.description(row), row.depth) };
}

function fieldValue(
  compilation: Compilation,
  parent: GraphQLObjectType,
  field: SelectedField,
  node: Cypher.Variable,
): Value | Cypher.Expr {
  const source = fieldSource(compilation.schema, parent, field.definition);
  switch (source.kind) {
    case 'property':
      return leaf(field, node.property(source.property));
    case 'localized':
      return leaf(field, localized(field, node, source.property));
    case 'citations':
      return citationRows(compilation, field, node);
    case 'degree':
      return verbatim(degreeOf(node));
    case 'relations':
      return connectionRow(compilation, field, relationsList(compilation, field, node));
    case 'cited':
      return connectionRow(compilation, field, citedList(compilation, field, node));
    case 'connection': {
      const { relationship, label } = source;
      return connectionRow(compilation, field, relatedList(compilation, field, node, parent.name, relationship, label));
    }
    case 'single':
      return singleRow(compilation, field, node, source.relationship.type, arrow(source.relationship.direction));
  }
}

function singleRow(
  compilation: Compilation,
  field: SelectedField,
  node: Cypher.Variable,
  type: string,
  direction: 'left' | 'right' | 'undirected',
): Value {
  const other = new Cypher.Node();
  const pattern = new Cypher.Pattern(node).related({ type, direction }).to(other);
  const first = new Cypher.With(other).orderBy([other.property('sortKey')]).limit(1);
  const entity = compilation.entity(field.selection, other);
  const value = firstOf(entity, (found) => Cypher.utils.concat(new Cypher.Match(pattern), first, found));
  return { ...value, isVerbatim: entity.isVerbatim && !isNonNullType(field.definition.type) };
}
