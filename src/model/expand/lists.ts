import { block } from '../block.js';
import { findType, type EntityTypeModel, type FieldModel, type Model } from '../model.js';
import { constantCase } from '../names.js';
import { hasFilter, hasSort, listArguments, whereName } from './arguments.js';
import { relationshipText } from './type.js';
import { described, fieldText } from './text.js';

/** Generates what the lists of a type need: connection, edge, groups, filter, order and root fields. */
export function listTexts(model: Model, type: EntityTypeModel): string[] {
  const groups = type.fields.filter(({ group }) => group !== undefined);
  return [
    connectionText(type, groups.length > 0),
    edgeText(type),
    ...(groups.length > 0 ? [groupText(model, type, groups)] : []),
    ...(hasFilter(type) ? [whereText(model, type)] : []),
    ...(hasSort(type) ? [orderFieldText(type)] : []),
    ...(type.hasOwnOrder || hasSort(type) ? [orderText(type)] : []),
    rootText(type),
  ];
}

function connectionText({ name, plural: { en: items } }: EntityTypeModel, isGrouped: boolean): string {
  const by = described('The value to group by.', `by: ${name}Group!`);
  return described(
    `A page of ${items}.`,
    block(`type ${name}Connection`, [
      described(`The number of ${items} in the whole list, on all pages.`, 'totalCount: Int!'),
      described(`The ${items} on this page.`, `nodes: [${name}!]!`),
      described(`The ${items} on this page, each with its cursor.`, `edges: [${name}Edge!]!`),
      described('The cursors of this page, and whether there are pages before or after it.', 'pageInfo: PageInfo!'),
      ...(isGrouped
        ? [
            described(
              `All ${items} in the list, grouped by one value and counted, largest group first; ${items} without a value are left out.`,
              fieldText('groups', [by], '[Group!]!'),
            ),
          ]
        : []),
    ]),
  );
}

function edgeText({ name, label }: EntityTypeModel): string {
  return described(
    `One ${label.en} in a list, with its cursor and the relation that the list followed.`,
    block(`type ${name}Edge`, [
      described('The cursor of this position, to pass to `after` or `before`.', 'cursor: String!'),
      described(`The ${label.en} at this position.`, `node: ${name}!`),
      described(
        `The relation that the list followed to the ${label.en}; null in a list that follows none.`,
        'relation: Relation',
      ),
    ]),
  );
}

function groupText(
  model: Model,
  { name, plural: { en: items } }: EntityTypeModel,
  fields: readonly FieldModel[],
): string {
  const values = fields.map((field) =>
    described(groupMeaning(model, field, items), `${String(field.group)} ${groupDirective(field)}`),
  );
  return described(`The values that a list of ${items} can be grouped by.`, block(`enum ${name}Group`, values));
}

function groupDirective(field: FieldModel): string {
  if (field.kind !== 'related') return `@group(property: "${field.kind === 'value' ? field.property : field.name}")`;
  const { relation, direction, target, groupThrough } = field;
  const through = groupThrough === undefined ? '' : `, through: ${groupThrough}`;
  return `@group(type: ${relation}, direction: ${direction}, label: "${target ?? ''}"${through})`;
}

function groupMeaning(model: Model, field: FieldModel, items: string): string {
  if (field.kind !== 'related') return `One group per value of the field \`${field.name}\`.`;
  const target = findType(model, field.target ?? '');
  const [one, several] = [target?.label.en ?? 'entity', target?.plural.en ?? 'entities'];
  const each = `One group per ${one} in the field \`${field.name}\`.`;
  return field.groupThrough === undefined
    ? each
    : `${each} Each ${one} also counts the ${items} of the ${several} inside it.`;
}

function whereText(model: Model, type: EntityTypeModel): string {
  const { name, plural, label } = type;
  const own = `${name}Where`;
  return described(
    `A filter for ${plural.en}; all of its conditions must hold. A filter can be nested up to 10 levels deep and have up to 100 conditions.`,
    block(`input ${own}`, [
      described('All of these filters match; an empty list matches everything.', `and: [${own}!]`),
      described('At least one of these filters matches; an empty list matches everything.', `or: [${own}!]`),
      described('This filter does not match; an empty one has no effect.', `not: ${own}`),
      described('A condition on the slug.', 'slug: TextFilter'),
      described(
        'A condition that the name in some language, or an alias, meets.',
        'name: TextFilter @property(name: "nameKey")',
      ),
      described(
        'Only relations with one of these statuses count: the relation that the list followed to the entity, and those that the conditions next to this one follow. If there are none of these, any relation of the entity has such a status.',
        'status: [Status!]',
      ),
      ...type.fields.flatMap((field) => conditionsOf(model, type, field)),
      described(
        `A condition on the number of relations of the ${label.en}, including refuted ones.`,
        'degree: IntFilter',
      ),
    ]),
  );
}

function conditionsOf(model: Model, type: EntityTypeModel, field: FieldModel): string[] {
  const within =
    field.kind === 'related' && field.isWithin
      ? [
          described(
            `The slug of one of the ${type.plural.en}: only this ${type.label.en} and those inside it match. An unknown slug matches nothing.`,
            `within: String @within(type: ${field.relation})`,
          ),
        ]
      : [];
  const { filter } = field;
  if (filter === undefined) return within;
  return [
    ...within,
    field.kind === 'related' ? relatedCondition(model, type, field, filter) : valueCondition(field, filter),
  ];
}

function relatedCondition(
  model: Model,
  type: EntityTypeModel,
  field: FieldModel & { readonly kind: 'related' },
  filter: string,
): string {
  const target = findType(model, field.target ?? '');
  const { through: _, ...followed } = field;
  return described(
    `At least one ${target?.label.en ?? 'entity'} in \`${type.name}.${field.name}\` matches this filter.`,
    `${filter}: ${whereName(target)} ${relationshipText(followed, true)}`,
  );
}

function valueCondition(field: FieldModel, filter: string): string {
  if (field.kind !== 'value') return '';
  const { values, scalar, property } = field;
  if (values) {
    const stored = filter === property ? '' : ` @property(name: "${property}")`;
    return described(
      `The field \`${field.name}\` has one of these values; an empty list matches nothing.`,
      `${filter}: [${values.name}!]${stored}`,
    );
  }
  const key = scalar === 'String' ? `${property}Key` : property;
  const input = { String: 'TextFilter', Int: 'IntFilter', Float: 'FloatFilter', Boolean: 'Boolean' }[
    scalar ?? 'String'
  ];
  const stored = filter === key ? '' : ` @property(name: "${key}")`;
  return described(`A condition on the field \`${field.name}\`.`, `${filter}: ${input}${stored}`);
}

function orderFieldText({ name, plural: { en: items }, fields, orderedBy }: EntityTypeModel): string {
  // Without `orderedBy`, `sortKey` is derived from the name, and is unique.
  const property = orderedBy === undefined ? 'sortKey' : 'sortName';
  const own = fields.filter(({ isSorted }) => isSorted);
  return described(
    `The keys that ${items} can be sorted by.`,
    block(`enum ${name}OrderField`, [
      described(
        'The English name, or the one in the other language if there is none.',
        `NAME @sort(property: "${property}")`,
      ),
      described('The number of relations of the entity, including refuted ones.', 'DEGREE @sort'),
      ...own.map(sortValue),
    ]),
  );
}

function sortValue(field: FieldModel): string {
  const name = constantCase(field.name);
  if (field.kind === 'value') {
    const type = `${field.scalar ?? 'String'}${field.isRequired ? '!' : ''}`;
    const missing = field.isRequired ? '' : ' Entities without a value come last in ascending order.';
    return described(
      `The value of the field \`${field.name}\`.${missing}`,
      `${name} @sort(property: "${field.property}", type: "${type}")`,
    );
  }
  if (field.kind !== 'related') return '';
  return described(
    `The number of relations that the field \`${field.name}\` follows.`,
    `${name} @sort(count: ${field.relation}, direction: ${field.direction})`,
  );
}

function orderText(type: EntityTypeModel): string {
  const { name, plural } = type;
  const field = hasSort(type) ? `${name}OrderField` : 'EntityOrderField';
  return described(
    `One step of the sort order of ${plural.en}; the next step breaks ties.`,
    block(`input ${name}Order`, [
      described('The key to sort by in this step.', `field: ${field}!`),
      described('The direction of this step; ascending by default.', 'direction: OrderDirection! = ASC'),
    ]),
  );
}

function rootText(type: EntityTypeModel): string {
  const { name, label, plural, field, listField } = type;
  const slug = described(`The slug of the ${label.en}; letter case is ignored.`, 'slug: String!');
  return block('extend type Query', [
    described(`Returns the ${label.en} with this slug; null if there is none.`, fieldText(field, [slug], name)),
    described(
      `Lists the ${plural.en}: 20 per page by default, at most 100.`,
      fieldText(listField, listArguments(type), `${name}Connection!`),
    ),
  ]);
}
