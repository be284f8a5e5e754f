import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { matchAll } from '../filter.js';
import { relationOrder } from '../keyset.js';
import type { List } from '../list.js';
import { isPresent } from '../page.js';
import { fieldsOf, type SelectedField } from '../selection.js';
import { arrowOf } from '../source.js';
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
      const addParameter = (name: string): Cypher.Expr =>
        compilation.parameters.addItem(field, (values) => values[name]);
      const conditions = [
        ...(isPresent(args['types']) ? [Cypher.in(Cypher.type(item), addParameter('types'))] : []),
        ...(isPresent(args['status']) ? [Cypher.in(item.property('status'), addParameter('status'))] : []),
      ];
      const direction = from ? arrowOf(args['direction']) : 'right';
      const pattern = new Cypher.Pattern(from).related(item, { direction, properties: allRelations }).to();
      return matchAll([pattern], [...conditions, ...predicates]);
    },
    compileItem: (selection) => compilation.compileRelation(fieldsOf(selection), item),
  };
}
