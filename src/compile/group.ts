import Cypher from '@neo4j/cypher-builder';
import { getNamedType, isEnumType } from 'graphql';
import type { Compilation } from './compilation.js';
import { arrow } from './filter.js';
import type { List } from './list.js';
import { isPresent } from './page.js';
import { fieldsOf, findField, type SelectedField } from './selection.js';
import { directive, type Direction } from './source.js';
import { collected, row, type Value } from './value.js';
import { ours } from './ours.js';

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
export function groupRows(compilation: Compilation, field: SelectedField, group: SelectedField, list: List): Value {
  const grouping = groupingOf(compilation, group);
  return grouping.type
    ? entityGroups(compilation, field, group, list, { ...grouping, type: grouping.type })
    : propertyGroups(list, grouping.property ?? '');
}

function propertyGroups(list: List, property: string): Value {
  const key = new Cypher.Variable();
  const count = new Cypher.Variable();
  const value = list.item.property(property);
  const keys = new Cypher.With([value, key]).distinct().where(Cypher.isNotNull(key));
  const members = Cypher.utils.concat(list.source([Cypher.eq(value, key)]), new Cypher.Return(list.item).distinct());
  return collected(row({ key, count }), (found) =>
    Cypher.utils.concat(
      list.source([]),
      keys,
      new Cypher.With(key, [new Cypher.Count(members), count]),
      new Cypher.With(key, count).orderBy([count, 'DESC'], [key]),
      found,
    ),
  );
}

function entityGroups(
  compilation: Compilation,
  field: SelectedField,
  group: SelectedField,
  list: List,
  grouping: Grouping & { readonly type: string },
): Value {
  const node = new Cypher.Node();
  const count = new Cypher.Variable();
  const related = (): Cypher.Match => relatedMatch(compilation, field, list, grouping, node);
  const members = Cypher.utils.concat(related(), list.source([]), new Cypher.Return(list.item).distinct());
  const nested = findField(fieldsOf(group.selection), 'entity');
  const entityOfGroup = nested ? { entity: compilation.entity(nested.selection, node) } : {};
  return collected(row({ key: node.property('slug'), count, ...entityOfGroup }), (found) =>
    Cypher.utils.concat(
      list.source([]),
      related(),
      new Cypher.With(node).distinct(),
      new Cypher.With(node, [new Cypher.Count(members), count]),
      new Cypher.With(node, count).orderBy([count, 'DESC'], [node.property('sortKey')]),
      found,
    ),
  );
}

// The list's status filter also restricts the relations that form the groups.
function relatedMatch(
  compilation: Compilation,
  field: SelectedField,
  list: List,
  { label, type, direction = 'OUT', through }: Grouping & { readonly type: string },
  node: Cypher.Node,
): Cypher.Match {
  const relation = new Cypher.Relationship();
  const pattern = new Cypher.Pattern(list.item).related(relation, {
    type,
    direction: arrow(direction),
    properties: ours,
  });
  const around = { type: through ?? '', direction: 'right' as const, length: { min: 0 }, properties: ours };
  // The relation type may end at several entity types: tools use techniques as well as domains.
  const end = label === undefined ? {} : { labels: label };
  const match = new Cypher.Match(through ? pattern.to().related(around).to(node, end) : pattern.to(node, end));
  const status = (args: unknown): unknown => Reflect.get(Object(Reflect.get(Object(args), 'where')), 'status');
  if (isPresent(status(field.args))) {
    match.where(Cypher.in(relation.property('status'), compilation.parameters.item(field, status)));
  }
  return match;
}

function groupingOf(compilation: Compilation, group: SelectedField): Grouping {
  const definition = group.definition.args.find(({ name }) => name === 'by');
  const type = definition && getNamedType(definition.type);
  const value = isEnumType(type) ? type.getValue(String(group.args['by'])) : undefined;
  const grouping = directive<Grouping>(compilation.schema, 'group', value?.astNode);
  if (!grouping) throw new TypeError(`${String(group.args['by'])} must have a @group directive, found none.`);
  return grouping;
}
