import type { EntityTypeModel } from '../model.js';
import { valueFields } from '../check-fields.js';
import { described } from './text.js';

/** The arguments of a list with pages. */
function pageArguments(items: string): string[] {
  return [
    described(
      `How many ${items} to return from the start of the list: 20 unless given, at most 100; a negative number counts as 0.`,
      'first: Int',
    ),
    described(
      `Return the ${items} after this cursor, as \`edges.cursor\` or \`pageInfo.endCursor\` gives it.`,
      'after: String',
    ),
    described(
      `How many ${items} to return from the end of the list, at most 100; it cannot be combined with \`first\`.`,
      'last: Int',
    ),
    described(
      `Return the ${items} before this cursor, as \`edges.cursor\` or \`pageInfo.startCursor\` gives it.`,
      'before: String',
    ),
  ];
}

/** The arguments of a list of one type of entity, or of any type where it is undefined. */
export function listArguments(type: EntityTypeModel | undefined): string[] {
  const items = type?.plural.en ?? 'entities';
  return [
    described(
      `Return only ${items} that match these conditions; all of them unless given.`,
      `where: ${whereName(type)}`,
    ),
    described(
      `The order of the ${items}: by ${usualOrder(type)} unless given. Each further step sorts those that are equal before.`,
      `orderBy: [${orderName(type)}!]`,
    ),
    ...pageArguments(items),
  ];
}

/** The argument that chooses the language of a text. */
export const languageArgument = described(
  'The language of the text; English unless given. Where it is missing, the other language is returned.',
  'lang: Language! = EN',
);

/** The input that filters lists of a type. */
export function whereName(type: EntityTypeModel | undefined): string {
  return type && hasFilter(type) ? `${type.name}Where` : 'EntityWhere';
}

/** The input that sorts lists of a type. */
function orderName(type: EntityTypeModel | undefined): string {
  return type && (type.hasOwnOrder || hasSort(type)) ? `${type.name}Order` : 'EntityOrder';
}

/** Whether a type has conditions that other types have not. */
export function hasFilter({ fields }: EntityTypeModel): boolean {
  return fields.some((field) => field.filter !== undefined || (field.kind === 'related' && field.isWithin));
}

/** Whether a type has an order that other types have not. */
export function hasSort({ fields }: EntityTypeModel): boolean {
  return fields.some(({ isSorted }) => isSorted);
}

function usualOrder(type: EntityTypeModel | undefined): string {
  const field = type && valueFields(type).find(({ name }) => name === type.orderedBy);
  return field ? `\`${field.name}\`` : 'name';
}
