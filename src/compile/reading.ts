import { print, type FieldNode } from 'graphql';
import { sortValueNode } from 'graphql/utilities/sortValueNode.js';

/** Decodes what the driver returns for an expression. */
export type Read = (packed: unknown) => unknown;

/** The values of one statement contradict each other: an entity was removed between being found and being read. */
export class InconsistentReadError extends Error {
  override readonly name = 'InconsistentReadError';
}

/** Returns a value unchanged. */
export const readAsIs: Read = (packed) => packed;

/** Decodes a value that is stored for every entity; throws InconsistentReadError if it, or every item of it, is missing. */
export const requireValue: Read = (packed) => {
  const isThere = Array.isArray(packed)
    ? packed.some((item) => item !== null)
    : packed !== null && packed !== undefined;
  if (!isThere) throw new InconsistentReadError('A stored value must be present, found none.');
  return packed;
};

/** How many rows this process has decoded so far: entities, relations and the like. */
export const decoded = { rows: 0 };

/** Decodes a row, which travels as the list of its values, into an object; null stays null. */
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

/** Decodes a list without gaps; throws InconsistentReadError if an item is missing. */
export function completeListReader(read: Read): Read {
  return (packed) => {
    if (isList(packed) && packed.includes(null)) {
      throw new InconsistentReadError('A list must be complete, found an item missing.');
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
 * The key of a field's value in its parent's row: the field's name, where GraphQL's default resolver finds it, with the
 * arguments that are written. So an operation may select one field several times with several arguments, under any alias.
 */
export function rowKey(node: FieldNode): string {
  const known = keys.get(node);
  if (known !== undefined) return known;
  const args = (node.arguments ?? []).map(({ name, value }) => `${name.value}: ${print(sortValueNode(value))}`);
  const key = args.length === 0 ? node.name.value : `${node.name.value}(${args.sort().join(', ')})`;
  keys.set(node, key);
  return key;
}
