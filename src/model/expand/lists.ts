import { block } from '../block.js';
import { findType, type EntityTypeModel, type FieldModel, type Model } from '../model.js';
import { constantCase, spacedWords } from '../names.js';
import { hasFilter, hasSort, listArguments, whereName } from './arguments.js';
import { relationshipText } from './type.js';
import { described, fieldText } from './text.js';

/** What belongs to the lists of a type: connection, edge, filter, order, groups. */
export function listTexts(model: Model, type: EntityTypeModel): string[] {
  const groups = type.fields.filter(({ group }) => group !== undefined);
  return [
    connectionText(type, groups.length > 0),
    edgeText(type),
    ...(groups.length > 0 ? [groupText(type, groups)] : []),
    ...(hasFilter(type) ? [whereText(model, type)] : []),
    ...(hasSort(type) ? [orderFieldText(type)] : []),
    ...(type.hasOwnOrder || hasSort(type) ? [orderText(type)] : []),
    rootText(type),
  ];
}

function connectionText({ name, plural: { en: items } }: EntityTypeModel, isGrouped: boolean): string {
  const by = described('What to count by.', `by: ${name}Group!`);
  return described(
    `A page of ${items}.`,
    block(`type ${name}Connection`, [
      described(`The number of ${items} in the whole list, over all its pages.`, 'totalCount: Int!'),
      described(`The ${items} of this page.`, `nodes: [${name}!]!`),
      described(`The ${items} of this page, each with its cursor.`, `edges: [${name}Edge!]!`),
      described('The position of this page in the list.', 'pageInfo: PageInfo!'),
      ...(isGrouped
        ? [
            described(
              `The whole list counted by a value, the largest group first; ${items} without one are left out.`,
              fieldText('groups', [by], '[Group!]!'),
            ),
          ]
        : []),
    ]),
  );
}

function edgeText({ name, label, plural }: EntityTypeModel): string {
  return described(
    `One of the ${plural.en} at its position in a list.`,
    block(`type ${name}Edge`, [
      described('The position in the list, for `after` and `before`.', 'cursor: String!'),
      described(`The ${label.en} at this position.`, `node: ${name}!`),
      described(
        `The relation that led to the ${label.en}; null where the list follows no relation.`,
        'relation: Relation',
      ),
    ]),
  );
}

function groupText({ name, plural: { en: items } }: EntityTypeModel, fields: readonly FieldModel[]): string {
  const values = fields.map((field) =>
    described(groupMeaning(field, items), `${String(field.group)} ${groupDirective(field)}`),
  );
  return described(`What lists of ${items} can be counted by.`, block(`enum ${name}Group`, values));
}

function groupDirective(field: FieldModel): string {
  if (field.kind !== 'related') return `@group(property: "${field.kind === 'value' ? field.property : field.name}")`;
  const { relation, direction, target, groupThrough } = field;
  const through = groupThrough === undefined ? '' : `, through: ${groupThrough}`;
  return `@group(type: ${relation}, direction: ${direction}, label: "${target ?? ''}"${through})`;
}

function groupMeaning(field: FieldModel, items: string): string {
  if (field.kind !== 'related') return `A group for each value of the field \`${field.name}\`.`;
  const each = `A group for each ${spacedWords(field.target ?? '')} that the field \`${field.name}\` leads to.`;
  return field.groupThrough === undefined ? each : `${each} Those around it count its ${items} as well.`;
}

function whereText(model: Model, type: EntityTypeModel): string {
  const { name, plural, label } = type;
  const own = `${name}Where`;
  return described(
    `Conditions on ${plural.en}. All of them must hold. Filters may be nested 10 deep and have 100 conditions.`,
    block(`input ${own}`, [
      described('All of these filters match; an empty list matches everything.', `and: [${own}!]`),
      described('At least one of these filters matches; an empty list matches everything.', `or: [${own}!]`),
      described('This filter does not match.', `not: ${own}`),
      described('A condition on the slug.', 'slug: TextFilter'),
      described(
        'A condition that the name in any language, or one of the aliases, meets.',
        'name: TextFilter @property(name: "nameKey")',
      ),
      described(
        'The relations that led here, and those that the conditions beside this one follow, have one of these statuses; in a list that follows none, the entity has such a relation.',
        'status: [Status!]',
      ),
      ...type.fields.flatMap((field) => conditionsOf(model, type, field)),
      described(`A condition on the number of relations of the ${label.en}.`, 'degree: IntFilter'),
    ]),
  );
}

function conditionsOf(model: Model, type: EntityTypeModel, field: FieldModel): string[] {
  const within =
    field.kind === 'related' && field.isWithin
      ? [
          described(
            `The slug of one of the ${type.plural.en}: it and all that lie inside it match.`,
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
    `At least one ${target?.label.en ?? 'entity'} that \`${type.name}.${field.name}\` leads to matches this filter.`,
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
  // Without a field that orders its lists, `sortKey` is the name, and unique.
  const property = orderedBy === undefined ? 'sortKey' : 'sortName';
  const own = fields.filter(({ isSorted }) => isSorted);
  return described(
    `What ${items} can be sorted by.`,
    block(`enum ${name}OrderField`, [
      described('The English name, or the other one where there is none.', `NAME @sort(property: "${property}")`),
      described('The number of relations that start or end at the entity.', 'DEGREE @sort'),
      ...own.map(sortValue),
    ]),
  );
}

function sortValue(field: FieldModel): string {
  const name = constantCase(field.name);
  if (field.kind === 'value') {
    const type = `${field.scalar ?? 'String'}${field.isRequired ? '!' : ''}`;
    const missing = field.isRequired ? '' : ' Those without one come last in ascending order.';
    return described(
      `The value of the field \`${field.name}\`.${missing}`,
      `${name} @sort(property: "${field.property}", type: "${type}")`,
    );
  }
  if (field.kind !== 'related') return '';
  return described(
    `The number of entities that the field \`${field.name}\` leads to.`,
    `${name} @sort(count: ${field.relation}, direction: ${field.direction})`,
  );
}

function orderText(type: EntityTypeModel): string {
  const { name, plural } = type;
  const field = hasSort(type) ? `${name}OrderField` : 'EntityOrderField';
  return described(
    `One step of an order of ${plural.en}; a further step sorts those that are equal in this one.`,
    block(`input ${name}Order`, [
      described('What to compare in this step.', `field: ${field}!`),
      described('The direction of this step: ascending unless given.', 'direction: OrderDirection! = ASC'),
    ]),
  );
}

function rootText(type: EntityTypeModel): string {
  const { name, label, plural, field, listField } = type;
  const slug = described(`The slug of the ${label.en}, in any case of letters.`, 'slug: String!');
  return block('extend type Query', [
    described(`Finds one ${label.en} by its slug; null where none has it.`, fieldText(field, [slug], name)),
    described(
      `Lists the ${plural.en}, 20 a page unless \`first\` or \`last\` says otherwise.`,
      fieldText(listField, listArguments(type), `${name}Connection!`),
    ),
  ]);
}
