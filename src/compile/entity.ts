import Cypher from '@neo4j/cypher-builder';
import { isInterfaceType, isObjectType, type GraphQLObjectType } from 'graphql';
import { compileCitations } from './citation.js';
import type { Compilation } from './compilation.js';
import { compileConnection } from './connection.js';
import { degreeOf } from './degree.js';
import { followOptions } from './filter.js';
import { createCitedList } from './lists/cited-list.js';
import { createRelatedList } from './lists/related-list.js';
import { compileReferences } from './reference.js';
import { compileStatements } from './property-statement.js';
import { createRelationsList } from './lists/relations-list.js';
import { combineWithOr } from './logic.js';
import { fieldsSignature, type SelectedField, type Selection } from './selection.js';
import { endOptionsOf, fieldSourceOf, type Relationship } from './source.js';
import { caseWhen, takeFirst, raw, row, compileStoredProperty, type Value } from './value.js';

/**
 * Compiles an entity into a row. If several types are possible, each type has a row of the fields that are selected on
 * it.
 */
export function compileEntity(compilation: Compilation, selection: Selection, node: Cypher.Variable): Value {
  const branches = branchesOf(compilation, selection);
  const [first, ...otherBranches] = branches;
  if (!first) return row({ id: node.property('id') });
  if (otherBranches.length === 0)
    return compileBranch(compilation, first, node, selection.size > 1 || compilation.model.types.length === 1);
  return caseWhen(
    branches.map((branch) => [hasLabel(node, branch.types), compileBranch(compilation, branch, node, true)] as const),
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
    const isTypeSpecific = fields.some(({ name }) => !isInEntity(compilation, name));
    const key = `${isTypeSpecific ? type : ''} ${fieldsSignature(fields)}`;
    branches.set(key, { fields, types: [...(branches.get(key)?.types ?? []), type] });
  }
  return [...branches.values()];
}

function isInEntity(compilation: Compilation, field: string): boolean {
  const entity = compilation.schema.getType('Entity');
  return isInterfaceType(entity) && field in entity.getFields();
}

function hasLabel(node: Cypher.Variable, types: readonly string[]): Cypher.Predicate {
  return combineWithOr(types.map((type) => new Cypher.Raw((env) => `${env.compile(node)}:${type}`)));
}

// The type of an entity is derived from its id, so a row of several possible types includes the id.
function compileBranch(
  compilation: Compilation,
  branch: Branch,
  node: Cypher.Variable,
  hasSeveralTypes: boolean,
): Value {
  compilation.countParts(branch.fields.length);
  const parent = compilation.schema.getType(branch.types[0] ?? '');
  if (!isObjectType(parent)) throw new TypeError(`${branch.types.join()} must be an object type of the schema.`);
  const values = branch.fields.map((field) => [field.key, compileField(compilation, parent, field, node)] as const);
  const needsId = hasSeveralTypes || values.length === 0;
  return row({ ...(needsId && { id: node.property('id') }), ...Object.fromEntries(values) });
}

function compileField(
  compilation: Compilation,
  parent: GraphQLObjectType,
  field: SelectedField,
  node: Cypher.Variable,
): Value {
  const source = fieldSourceOf(compilation.schema, field.definition);
  switch (source.kind) {
    case 'property':
      return compileStoredProperty(field, node, source.property);
    case 'citations':
      return compileCitations(compilation, field, node.property('citations'));
    case 'references':
      return compileReferences(node);
    case 'statements':
      return compileStatements(compilation, field, node);
    case 'degree':
      return raw(degreeOf(node));
    case 'relations':
      return compileConnection(compilation, field, createRelationsList(compilation, field, node));
    case 'cited':
      return compileConnection(compilation, field, createCitedList(compilation, field, node, source.parts));
    case 'connection': {
      const list = createRelatedList(compilation, field, node, parent.name, source.relationship);
      return compileConnection(compilation, field, list);
    }
    case 'single':
      return compileSingle(compilation, field, node, source.relationship);
  }
}

function compileSingle(
  compilation: Compilation,
  { selection }: SelectedField,
  node: Cypher.Variable,
  relationship: Relationship,
): Value {
  const target = new Cypher.Node();
  const pattern = new Cypher.Pattern(node).related(followOptions(relationship)).to(target, endOptionsOf(relationship));
  const firstTarget = new Cypher.With(target).orderBy([target.property('sortKey')]).limit(1);
  return takeFirst(compilation.compileEntity(selection, target), (returnClause) =>
    Cypher.utils.concat(new Cypher.Match(pattern), firstTarget, returnClause),
  );
}
