import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { arrow, filterPredicates, matchAll } from '../filter.js';
import type { List } from '../list.js';
import { fieldsOf, findField, type SelectedField } from '../selection.js';
import { endOf, type Relationship } from '../source.js';
import type { Value } from '../value.js';
import { filterOf, orderOf } from './arguments.js';
import { throughClauses } from './through-parts.js';
import { ours } from '../ours.js';

/** The entities at the other end of a field's relation. */
export function relatedList(
  compilation: Compilation,
  field: SelectedField,
  from: Cypher.Variable,
  parent: string,
  relationship: Relationship,
): List {
  const item = new Cypher.Node();
  const relation = new Cypher.Relationship();
  const through = field.args['within'] === true ? relationship.through : undefined;
  const edge = edgeRelation(compilation, field, relation);
  const selectedRelation = edge.compileRelation && relation;
  const filter = (followed: Cypher.Relationship): Cypher.Predicate[] =>
    filterPredicates({ ...filterOf(compilation, field, item), relation: followed });
  const end = endOf(relationship);
  const options = { type: relationship.type, direction: arrow(relationship.direction), properties: ours };
  const direct = new Cypher.Pattern(from).related(relation, options).to(item, end);
  return {
    name: `${parent}.${field.name}`,
    item,
    order: orderOf(compilation, field),
    repeats: false,
    source: (predicates) => {
      if (!through) return matchAll([direct], [...filter(relation), ...predicates]);
      return throughClauses({ from, through, options, item, end, filter }, predicates, selectedRelation);
    },
    node: (selection) => compilation.entity(selection, item),
    ...edge,
  };
}

function edgeRelation(
  compilation: Compilation,
  field: SelectedField,
  relation: Cypher.Relationship,
): Pick<List, 'carried' | 'compileRelation'> {
  const edges = findField(fieldsOf(field.selection), 'edges');
  const asked = edges && findField(fieldsOf(edges.selection), 'relation');
  if (!asked) return { carried: [] };
  const compileRelation = (): Value => compilation.relation(fieldsOf(asked.selection), relation);
  return { carried: [relation], compileRelation };
}
