import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { compileFilter, followOptions, matchAll } from '../filter.js';
import type { List } from '../list.js';
import { fieldsOf, findField, type SelectedField } from '../selection.js';
import { endOptionsOf, type Relationship } from '../source.js';
import type { Value } from '../value.js';
import { filterOf, orderOf } from './arguments.js';
import { matchThroughParts } from './through-parts.js';

/** The entities at the other end of a field's relation. */
export function createRelatedList(
  compilation: Compilation,
  field: SelectedField,
  from: Cypher.Variable,
  parent: string,
  relationship: Relationship,
): List {
  const item = new Cypher.Node();
  const relation = new Cypher.Relationship();
  const through = field.args['within'] === true ? relationship.through : undefined;
  const edge = compileEdgeRelation(compilation, field, relation);
  const selectedRelation = edge.compileRelation && relation;
  const filter = (followedRelation: Cypher.Relationship): Cypher.Predicate[] =>
    compileFilter({ ...filterOf(compilation, field, item), relation: followedRelation });
  const end = endOptionsOf(relationship);
  const options = followOptions(relationship, field.args['where']);
  const directPattern = new Cypher.Pattern(from).related(relation, options).to(item, end);
  return {
    name: `${parent}.${field.name}`,
    item,
    order: orderOf(compilation, field),
    hasDuplicates: false,
    matchItems: (predicates) => {
      if (!through) return matchAll([directPattern], [...filter(relation), ...predicates]);
      return matchThroughParts({ from, through, options, item, end, filter }, predicates, selectedRelation);
    },
    compileItem: (selection) => compilation.compileEntity(selection, item),
    ...edge,
  };
}

function compileEdgeRelation(
  compilation: Compilation,
  field: SelectedField,
  relation: Cypher.Relationship,
): Pick<List, 'extraVariables' | 'compileRelation'> {
  const edges = findField(fieldsOf(field.selection), 'edges');
  const relationField = edges && findField(fieldsOf(edges.selection), 'relation');
  if (!relationField) return { extraVariables: [] };
  const compileRelation = (): Value => compilation.compileRelation(fieldsOf(relationField.selection), relation);
  return { extraVariables: [relation], compileRelation };
}
