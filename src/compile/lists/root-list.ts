import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from '../compilation.js';
import { compileFilter, matchAll } from '../filter.js';
import type { List } from '../list.js';
import type { SelectedField } from '../selection.js';
import { filterOf, orderOf } from './arguments.js';
import { atlasLabel } from '../../shared/atlas-label.js';

/** All entities of a type: the list of a root field such as `companies`. */
export function createRootList(compilation: Compilation, field: SelectedField, label: string): List {
  const item = new Cypher.Node();
  const order = orderOf(compilation, field);
  const patterns: Cypher.Pattern[] = [];
  const conditions = compileFilter({ ...filterOf(compilation, field, item), patterns });
  return {
    name: `Query.${field.name}`,
    item,
    extraVariables: [],
    order,
    hasDuplicates: patterns.length > 0,
    matchItems: (predicates) => {
      // Neo4j sorts by an index only if the query requires the property to exist.
      const isIndexOrdered = patterns.length + predicates.length === 0 && order[0]?.property === 'sortKey';
      const allPredicates = [
        ...conditions,
        ...predicates,
        ...(isIndexOrdered ? [Cypher.isNotNull(item.property('sortKey'))] : []),
      ];
      return matchAll([new Cypher.Pattern(item, { labels: [label, atlasLabel] }), ...patterns], allPredicates);
    },
    compileItem: (selection) => compilation.compileEntity(selection, item),
  };
}
