import { print, type FieldNode } from 'graphql';
import { sortValueNode } from 'graphql/utilities/sortValueNode.js';

/** Decodes what the driver returns for an expression. */
export type Read = (packed: unknown) => unknown;

/** Thrown if the values of one statement contradict each other: an entity was removed while the statement ran. */
export class InconsistentReadError extends Error {
  override readonly name = 'InconsistentReadError';
}

/** Returns a value unchanged. */
export const readAsIs: Read = (packed) => packed;

/** Decodes a required value; throws InconsistentReadError if it, or every item of it, is null. */
export const requireValue: Read = (packed) => {
  const isThere = Array.isArray(packed)
    ? packed.some((item) => item !== null)
    : packed !== null && packed !== undefined;
  if (!isThere) throw new InconsistentReadError('A stored value must be present, found none.');
  return packed;
};

/** The number of rows that this process has decoded. */
export const decoded = { rows: 0 };

/** Decodes a row, which is sent as the list of its values, into an object; null stays null. */
export function rowReader(reads: Readonly<Record<string, Read>>): Read {
  const entries = Object.entries(reads);
  return (packed) => {
    if (!isList(packed)) return null;
    decoded.rows += 1;
    const row: Record<string, unknown> = {};
    let place = 0;
    for (const [key, read] of entries) {
      const value: unknown = packed[place++];
      row[key] = read === readAsIs ? value : read(value);
    }
    return row;
  };
}

/** Decodes each item of a list; null stays null. */
export function listReader(read: Read): Read {
  return read === readAsIs ? readAsIs : (packed) => (isList(packed) ? packed.map((item) => read(item)) : packed);
}

/** Decodes a list whose items are required; throws InconsistentReadError if an item is null. */
export function completeListReader(read: Read): Read {
  return (packed) => {
    if (isList(packed) && packed.includes(null)) {
      throw new InconsistentReadError('A list must have no null items, found one.');
    }
    return read(packed);
  };
}

/** Whether a packed value is a list, as rows are. */
export function isList(packed: unknown): packed is readonly unknown[] {
  return Array.isArray(packed);
}

const keys = new WeakMap<FieldNode, string>();

/**
 * The key of a field's value in its parent's row: the field's name, followed by its arguments if it has any. GraphQL's
 * default resolver reads the name alone. An operation may select a field several times with different arguments.
 */
export function rowKey(node: FieldNode): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const args = (node.arguments ?? []).map(({ name, value }) => `${name.value}: ${print(sortValueNode(value))}`);
  const key = args.length === 0 ? node.name.value : `${node.name.value}(${args.sort().join(', ')})`;
  keys.set(node, key);
  return key;
}
