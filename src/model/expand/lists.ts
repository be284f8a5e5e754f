import { findType, type EntityTypeModel, type FieldModel, type Model, type ValueField } from '../model.js';
import { constantCase } from '../names.js';
import { hasFilter, hasSort, printListArguments, whereName } from './arguments.js';
import { printRelationship } from './type.js';

/** Generates what the lists of a type need: connection, edge, groups, filter, order and root fields. */
export function printListTypes(model: Model, type: EntityTypeModel): string[] {
  const groups = type.fields.filter(({ group }) => group !== undefined);
  return [
    printConnection(type, groups.length > 0),
    printEdge(type),
    ...(groups.length > 0 ? [printGroupEnum(model, type, groups)] : []),
    ...(hasFilter(type) ? [printFilter(model, type)] : []),
    ...(hasSort(type) ? [printOrderFieldEnum(type)] : []),
    ...(type.hasOwnOrder || hasSort(type) ? [printOrder(type)] : []),
    printRootFields(type),
  ];
}

function printConnection({ name, plural: { en: items } }: EntityTypeModel, isGrouped: boolean): string {
  const groups = `
  "All ${items} in the list, grouped by one value and counted, largest group first; ${items} without a value are left out. Refuted relations form no groups unless \`status\` in the list's filter includes them."
  groups("The value to group by." by: ${name}Group!): [Group!]!`;
  return `"A page of ${items}."
type ${name}Connection {
  "The number of ${items} in the whole list, on all pages."
  totalCount: Int!
  "The ${items} on this page."
  nodes: [${name}!]!
  "The ${items} on this page, each with its cursor."
  edges: [${name}Edge!]!
  "The cursors of this page, and whether there are pages before or after it."
  pageInfo: PageInfo!${isGrouped ? groups : ''}
}`;
}

function printEdge({ name, label }: EntityTypeModel): string {
  return `"One ${label.en} in a list, with its cursor and the relation that the list followed."
type ${name}Edge {
  "The cursor of this position, to pass to \`after\` or \`before\`."
  cursor: String!
  "The ${label.en} at this position."
  node: ${name}!
  "The relation that the list followed to the ${label.en}; null in a list that follows none."
  relation: Relation
}`;
}

function printGroupEnum(
  model: Model,
  { name, plural: { en: items } }: EntityTypeModel,
  fields: readonly FieldModel[],
): string {
  const values = fields.map(
    (field) => `"${describeGroup(model, field, items)}" ${String(field.group)} ${printGroupDirective(field)}`,
  );
  return `"The values that a list of ${items} can be grouped by."
enum ${name}Group {
  ${values.join('\n  ')}
}`;
}

function printGroupDirective(field: FieldModel): string {
  if (field.kind !== 'related') return `@group(property: "${field.kind === 'value' ? field.property : field.name}")`;
  const { relation, direction, target, groupThrough } = field;
  const through = groupThrough === undefined ? '' : `, through: ${groupThrough}`;
  return `@group(type: ${relation}, direction: ${direction}, label: "${target ?? ''}"${through})`;
}

function describeGroup(model: Model, field: FieldModel, items: string): string {
  if (field.kind !== 'related') return `One group per value of the field \`${field.name}\`.`;
  const target = findType(model, field.target ?? '');
  const [one, pluralLabel] = [target?.label.en ?? 'entity', target?.plural.en ?? 'entities'];
  const each = `One group per ${one} in the field \`${field.name}\`.`;
  return field.groupThrough === undefined
    ? each
    : `${each} Each ${one} also counts the ${items} of the ${pluralLabel} inside it.`;
}

function printFilter(model: Model, type: EntityTypeModel): string {
  const { name, plural, label } = type;
  const own = `${name}Where`;
  return `"A filter for ${plural.en}; all of its conditions must hold. Refuted relations do not count unless \`status\` includes them. An alternative of \`or\` without \`status\` counts none, unless a \`status\` outside of the \`or\` includes them. A filter can be nested up to 10 levels deep and have up to 100 conditions."
input ${own} {
  "All of these filters match; an empty list matches everything."
  and: [${own}!]
  "At least one of these filters matches; an empty list has no effect, and neither has one with a filter without conditions."
  or: [${own}!]
  "This filter does not match; one without conditions has no effect."
  not: ${own}
  "A condition on the slug."
  slug: TextFilter
  "A condition that the name in some language, or an alias, meets."
  name: TextFilter @property(name: "nameKey")
  "Count only relations with one of these statuses; by default all except REFUTED. This applies to the relation that the list or filter followed to the entity, and to those that the conditions in the same object follow. If there are none of these, any relation of the entity has such a status."
  status: [Status!]
  ${type.fields.flatMap((field) => printConditions(model, type, field)).join('\n  ')}
  "A condition on the number of relations of the ${label.en}; refuted ones do not count."
  degree: IntFilter
}`;
}

function printConditions(model: Model, type: EntityTypeModel, field: FieldModel): string[] {
  const { plural, label } = type;
  const within =
    field.kind === 'related' && field.isWithin
      ? `"The slug of one of the ${plural.en}: only this ${label.en} and those inside it match. An unknown slug matches nothing." within: String @within(type: ${field.relation})`
      : '';
  return [within, printCondition(model, type, field)];
}

function printCondition(model: Model, type: EntityTypeModel, field: FieldModel): string {
  const { filter } = field;
  if (filter === undefined || field.kind === 'cited') return '';
  if (field.kind === 'value') return printValueCondition(field, filter);
  const target = findType(model, field.target ?? '');
  const { through: _, ...relationship } = field;
  return `"At least one ${target?.label.en ?? 'entity'} in \`${type.name}.${field.name}\` matches this filter; one without conditions has no effect."
  ${filter}: ${whereName(target)} ${printRelationship(relationship, true)}`;
}

function printValueCondition({ name, values, scalar = 'String', property }: ValueField, filter: string): string {
  const key = !values && scalar === 'String' ? `${property}Key` : property;
  const propertyDirective = filter === key ? '' : ` @property(name: "${key}")`;
  if (values)
    return `"The field \`${name}\` has one of these values; an empty list matches nothing." ${filter}: [${values.name}!]${propertyDirective}`;
  const input = { String: 'TextFilter', Int: 'IntFilter', Float: 'FloatFilter', Boolean: 'Boolean' }[scalar];
  return `"A condition on the field \`${name}\`." ${filter}: ${input}${propertyDirective}`;
}

function printOrderFieldEnum({ name, plural: { en: items }, fields, orderedBy }: EntityTypeModel): string {
  // Without `orderedBy`, `sortKey` is derived from the name, and is unique.
  const property = orderedBy === undefined ? 'sortKey' : 'sortName';
  const own = fields.filter(({ isSorted }) => isSorted);
  return `"The keys that ${items} can be sorted by."
enum ${name}OrderField {
  "The English name, or the one in the other language if there is none."
  NAME @sort(property: "${property}")
  "The number of relations of the entity; refuted ones do not count."
  DEGREE @sort
  ${own.map(printSortValue).join('\n  ')}
}`;
}

function printSortValue(field: FieldModel): string {
  const name = constantCase(field.name);
  if (field.kind === 'value') {
    const type = `${field.scalar ?? 'String'}${field.isRequired ? '!' : ''}`;
    const missingValueNote = field.isRequired ? '' : ' Entities without a value come last in ascending order.';
    return `"The value of the field \`${field.name}\`.${missingValueNote}" ${name} @sort(property: "${field.property}", type: "${type}")`;
  }
  if (field.kind !== 'related') return '';
  return `"The number of relations that the field \`${field.name}\` follows; refuted ones do not count." ${name} @sort(count: ${field.relation}, direction: ${field.direction})`;
}

function printOrder(type: EntityTypeModel): string {
  const { name, plural } = type;
  return `"One step of the sort order of ${plural.en}; the next step breaks ties."
input ${name}Order {
  "The key to sort by in this step."
  field: ${hasSort(type) ? name : 'Entity'}OrderField!
  "The direction of this step; ascending by default."
  direction: OrderDirection! = ASC
}`;
}

function printRootFields(type: EntityTypeModel): string {
  const { name, label, plural, field, listField } = type;
  return `extend type Query {
  "Returns the ${label.en} with this slug; null if there is none."
  ${field}("The slug of the ${label.en}; letter case is ignored." slug: String!): ${name}
  "Lists the ${plural.en}: 20 per page by default, at most 100."
  ${listField}(${printListArguments(type)}): ${name}Connection!
}`;
}
