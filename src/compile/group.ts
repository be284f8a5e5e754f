import Cypher from '@neo4j/cypher-builder';
import { getNamedType, isEnumType } from 'graphql';
import type { Compilation } from './compilation.js';
import { relationsFor } from './filter.js';
import { asInput } from './filter-condition.js';
import type { List } from './list.js';
import { isPresent } from './page.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { arrowOf, readDirective, type Direction } from './source.js';
import { collectRows, row, type Value } from './value.js';
import { countedRelations } from './atlas-properties.js';

interface Grouping {
  /** The entity type that forms the groups; absent if all entities at the end of the relation do. */
  readonly label?: string;
  readonly property?: string;
  readonly type?: string;
  readonly direction?: Direction;
  readonly through?: string;
}

/**
 * Compiles the groups of a list, largest first: each value with the number of items that have it. The numbers are COUNT
 * subqueries, because Neo4j takes count() inside a subquery of RETURN for an aggregation of RETURN itself.
 */
export function compileGroups(compilation: Compilation, field: SelectedField, group: SelectedField, list: List): Value {
  const grouping = groupingOf(compilation, group);
  return grouping.type
    ? compileEntityGroups(compilation, field, group, list, { ...grouping, type: grouping.type })
    : compilePropertyGroups(list, grouping.property ?? '');
}

function compilePropertyGroups(list: List, property: string): Value {
  const key = new Cypher.Variable();
  const count = new Cypher.Variable();
  const value = list.item.property(property);
  const keys = new Cypher.With([value, key]).distinct().where(Cypher.isNotNull(key));
  const members = Cypher.utils.concat(
    list.matchItems([Cypher.eq(value, key)]),
    new Cypher.Return(list.item).distinct(),
  );
  return collectRows(row({ key, count }), (returnClause) =>
    Cypher.utils.concat(
      list.matchItems([]),
      keys,
      new Cypher.With(key, [new Cypher.Count(members), count]),
      new Cypher.With(key, count).orderBy([count, 'DESC'], [key]),
      returnClause,
    ),
  );
}

function compileEntityGroups(
  compilation: Compilation,
  field: SelectedField,
  group: SelectedField,
  list: List,
  grouping: Grouping & { readonly type: string },
): Value {
  const node = new Cypher.Node();
  const count = new Cypher.Variable();
  const matchRelated = (): Cypher.Match => matchGroupNodes(compilation, field, list, grouping, node);
  const members = Cypher.utils.concat(matchRelated(), list.matchItems([]), new Cypher.Return(list.item).distinct());
  const entityField = findField(fieldsOf(group.selection), 'entity');
  const entityValue = entityField ? { entity: compilation.compileEntity(entityField.selection, node) } : {};
  return collectRows(row({ key: node.property('slug'), count, ...entityValue }), (returnClause) =>
    Cypher.utils.concat(
      list.matchItems([]),
      matchRelated(),
      new Cypher.With(node).distinct(),
      new Cypher.With(node, [new Cypher.Count(members), count]),
      new Cypher.With(node, count).orderBy([count, 'DESC'], [node.property('sortKey')]),
      returnClause,
    ),
  );
}

// The list's status filter also restricts the relations that form the groups.
function matchGroupNodes(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  { label, type, direction = 'OUT', through }: Grouping & { readonly type: string },
  node: Cypher.Node,
): Cypher.Match {
  const status = readStatus(field.args);
  const relation = new Cypher.Relationship();
  const pattern = new Cypher.Pattern(list.item).related(relation, {
    type,
    direction: arrowOf(direction),
    properties: relationsFor({ status }),
  });
  const lastPattern = through
    ? pattern.to().related({ type: through, direction: 'right', length: { min: 0 }, properties: countedRelations })
    : pattern;
  // The relation type may end at several entity types: tools use techniques as well as domains.
  const match = new Cypher.Match(lastPattern.to(node, label === undefined ? {} : { labels: label }));
  if (isPresent(status)) {
    match.where(Cypher.in(relation.property('status'), compilation.parameters.addItem(field, readStatus)));
  }
  return match;
}

function readStatus(args: SelectedField['args']): unknown {
  return asInput(args['where'])['status'];
}

function groupingOf(compilation: Compilation, group: SelectedField): Grouping {
  const definition = group.definition.args.find(({ name }) => name === 'by');
  const type = definition && getNamedType(definition.type);
  const value = isEnumType(type) ? type.getValue(String(group.args['by'])) : undefined;
  const grouping = readDirective<Grouping>(compilation.schema, 'group', value?.astNode);
  if (!grouping) throw new TypeError(`${String(group.args['by'])} must have a @group directive, found none.`);
  return grouping;
}
