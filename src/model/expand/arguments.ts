import type { EntityTypeModel } from '../model.js';
import { valueFields } from '../check-fields.js';

/**
 * SDL of the arguments of a list of one type of entity, or of a list of all types if `type` is undefined.
 * `followsRelation` tells whether the list follows a relation from an entity.
 */
export function printListArguments(type: EntityTypeModel | undefined, followsRelation = false): string {
  const items = type?.plural.en ?? 'entities';
  const exception = followsRelation ? ', except those of refuted relations' : '';
  return `"Return only ${items} that match this filter; all ${items} by default${exception}."
  where: ${whereName(type)}
  "The sort order of the ${items}; the default is by ${describeDefaultOrder(type)}. Each further step breaks ties."
  orderBy: [${orderName(type)}!]
  "How many ${items} to return, counted from the start of the list: 20 by default, at most 100. Values out of range are clamped."
  first: Int
  "Return only the ${items} after this cursor, which comes from \`edges.cursor\` or \`pageInfo.endCursor\` of the same list in the same order."
  after: String
  "How many ${items} to return, counted from the end of the list: at most 100. Cannot be combined with \`first\`."
  last: Int
  "Return only the ${items} before this cursor, which comes from \`edges.cursor\` or \`pageInfo.startCursor\` of the same list in the same order."
  before: String`;
}

/** SDL of the argument that selects the language of a text. */
export const languageArgument =
  '"The language of the text; English by default. A text that is missing in this language is returned in the other one." lang: Language! = EN';

/** The name of the input that filters lists of a type. */
export function whereName(type: EntityTypeModel | undefined): string {
  return type && hasFilter(type) ? `${type.name}Where` : 'EntityWhere';
}

/** The name of the input that sorts lists of a type. */
function orderName(type: EntityTypeModel | undefined): string {
  return type && (type.hasOwnOrder || hasSort(type)) ? `${type.name}Order` : 'EntityOrder';
}

/** Whether a type has filter conditions of its own. */
export function hasFilter({ fields }: EntityTypeModel): boolean {
  return fields.some((field) => field.filter !== undefined || (field.kind === 'related' && field.isWithin));
}

/** Whether a type has sort keys of its own. */
export function hasSort({ fields }: EntityTypeModel): boolean {
  return fields.some(({ isSorted }) => isSorted);
}

function describeDefaultOrder(type: EntityTypeModel | undefined): string {
  const field = type && valueFields(type).find(({ name }) => name === type.orderedBy);
  return field ? `\`${field.name}\`` : 'name';
}
