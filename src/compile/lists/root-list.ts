import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { filterPredicates, matchAll } from '../filter.js';
import type { List } from '../list.js';
import { Parameters } from '../parameters.js';
import type { SelectedField } from '../selection.js';
import { filterOf, orderOf } from './arguments.js';

/** All entities of a type, as `companies` lists them. */
export function rootList(compilation: Compilation, field: SelectedField, label: string): List {
  const item = new Cypher.Node();
  const order = orderOf(compilation, field);
  return {
    name: `Query.${field.name}`,
    item,
    carried: [],
    order,
    repeats: followsRelations(compilation, field, item),
    source: (predicates) => {
      const patterns: Cypher.Pattern[] = [];
      const own = filterPredicates({ ...filterOf(compilation, field, item), patterns });
      // An index gives the order only where the statement says that the property is there.
      const ordered = patterns.length + predicates.length === 0 && order[0]?.property === 'sortKey';
      const all = [...own, ...predicates, ...(ordered ? [Cypher.isNotNull(item.property('sortKey'))] : [])];
      return matchAll([new Cypher.Pattern(item, { labels: label }), ...patterns], all);
    },
    node: () => compilation.entity(field.nodes, item),
  };
}

// Found by compiling the filter once for nothing: it follows a relation where it adds a pattern.
function followsRelations(compilation: Compilation, field: SelectedField, item: Cypher.Node): boolean {
  const patterns: Cypher.Pattern[] = [];
  const draft = { ...compilation, parameters: new Parameters() };
  filterPredicates({ ...filterOf(draft, field, item), patterns });
  return patterns.length > 0;
}
