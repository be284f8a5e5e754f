import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { arrowOf, matchAll } from '../filter.js';
import { relationOrder } from '../keyset.js';
import type { List } from '../list.js';
import { isPresent } from '../page.js';
import { fieldsOf, type SelectedField } from '../selection.js';
import { allRelations } from '../atlas-properties.js';

/** The relations of an entity, or all relations if no entity is passed. */
export function createRelationsList(compilation: Compilation, field: SelectedField, from?: Cypher.Variable): List {
  const item = new Cypher.Relationship();
  const { args } = field;
  return {
    name: from ? 'Entity.relations' : 'Query.relations',
    item,
    extraVariables: [],
    order: relationOrder,
    hasDuplicates: false,
    matchItems: (predicates) => {
      const direction = arrowOf(args['direction'] === 'OUT' || args['direction'] === 'IN' ? args['direction'] : 'ANY');
      const addParameter = (name: string): Cypher.Expr =>
        compilation.parameters.addItem(field, (values) => values[name]);
      const conditions = [
        ...(isPresent(args['types']) ? [Cypher.in(Cypher.type(item), addParameter('types'))] : []),
        ...(isPresent(args['status']) ? [Cypher.in(item.property('status'), addParameter('status'))] : []),
      ];
      const pattern = from
        ? new Cypher.Pattern(from).related(item, { direction, properties: allRelations })
        : new Cypher.Pattern().related(item, { direction: 'right', properties: allRelations });
      return matchAll([pattern.to()], [...conditions, ...predicates]);
    },
    compileItem: (selection) => compilation.compileRelation(fieldsOf(selection), item),
  };
}
