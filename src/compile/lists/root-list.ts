import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { filterPredicates, matchAll } from '../filter.js';
import type { List } from '../list.js';
import type { SelectedField } from '../selection.js';
import { filterOf, orderOf } from './arguments.js';
import { mark } from '../../shared/mark.js';

/** All entities of a type: the list of a root field such as `companies`. */
export function rootList(compilation: Compilation, field: SelectedField, label: string): List {
  const item = new Cypher.Node();
  const order = orderOf(compilation, field);
  const patterns: Cypher.Pattern[] = [];
  const own = filterPredicates({ ...filterOf(compilation, field, item), patterns });
  return {
    name: `Query.${field.name}`,
    item,
    carried: [],
    order,
    repeats: patterns.length > 0,
    source: (predicates) => {
      // Neo4j sorts by an index only if the query requires the property to exist.
      const ordered = patterns.length + predicates.length === 0 && order[0]?.property === 'sortKey';
      const all = [...own, ...predicates, ...(ordered ? [Cypher.isNotNull(item.property('sortKey'))] : [])];
      return matchAll([new Cypher.Pattern(item, { labels: [label, mark] }), ...patterns], all);
    },
    node: (selection) => compilation.entity(selection, item),
  };
}
