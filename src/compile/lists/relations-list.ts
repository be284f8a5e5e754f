import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { arrow, matchAll } from '../filter.js';
import { relationOrder } from '../keyset.js';
import type { List } from '../list.js';
import { isPresent } from '../page.js';
import { fieldsOf, type SelectedField } from '../selection.js';
import { ours } from '../ours.js';

/** The relations of an entity, or all relations if no entity is passed. */
export function relationsList(compilation: Compilation, field: SelectedField, from?: Cypher.Variable): List {
  const item = new Cypher.Relationship();
  const { args } = field;
  return {
    name: from ? 'Entity.relations' : 'Query.relations',
    item,
    carried: [],
    order: relationOrder,
    repeats: false,
    source: (predicates) => {
      const direction = arrow(args['direction'] === 'OUT' || args['direction'] === 'IN' ? args['direction'] : 'ANY');
      const parameter = (name: string): Cypher.Expr => compilation.parameters.item(field, (values) => values[name]);
      const own = [
        ...(isPresent(args['types']) ? [Cypher.in(Cypher.type(item), parameter('types'))] : []),
        ...(isPresent(args['status']) ? [Cypher.in(item.property('status'), parameter('status'))] : []),
      ];
      const pattern = from
        ? new Cypher.Pattern(from).related(item, { direction, properties: ours })
        : new Cypher.Pattern().related(item, { direction: 'right', properties: ours });
      return matchAll([pattern.to()], [...own, ...predicates]);
    },
    node: (selection) => compilation.relation(fieldsOf(selection), item),
  };
}
