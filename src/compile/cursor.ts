import { badInput } from '../errors.js';

/** The content of a cursor: the name of its list and order, then the values of the order's keys. */
export type CursorContent = readonly [list: string, ...values: unknown[]];

/** Encodes a cursor as base64url text, which is opaque to clients. */
export function encodeCursor(content: CursorContent): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Decodes the key values of a cursor; throws BAD_USER_INPUT if it is malformed or belongs to another list or order. */
export function decodeCursor(argument: string, cursor: string, list: string, types: readonly string[]): unknown[] {
  const content = parse(cursor);
  if (!content) throw badInput(`${argument} must be a cursor of this API, found ${quote(cursor)}. ${advice}`);
  const [listName, ...values] = content;
  if (listName !== list) {
    throw badInput(
      `${argument} must be a cursor of ${describeList(list)}, found one of ${quote(describeList(String(listName)))}. ${advice}`,
    );
  }
  if (values.length !== types.length || values.some((value, index) => typeof value !== types[index])) {
    throw badInput(`${argument} must be a complete cursor of ${describeList(list)}, found ${quote(cursor)}. ${advice}`);
  }
  return values;
}

const advice = 'Take it from pageInfo or from an edge of the same list with the same orderBy, or leave it out.';

function parse(cursor: string): unknown[] | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Says a list and its order in the words of the API, without the keys that make each order unique. */
function describeList(list: string): string {
  return list
    .slice(0, 200) // a forged cursor may be long
    .replace(/(,| by) (sortKey|sortKey, id|id)$/, '')
    .replace(/ by (?=[\w, ]+$)/, ' with orderBy ');
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
