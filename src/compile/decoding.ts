import { getNullableType, isListType, isNonNullType, print, type FieldNode, type GraphQLOutputType } from 'graphql';
import { sortValueNode } from 'graphql/utilities/sortValueNode.js';

/** Decodes what the driver returns for an expression. */
export type Decoder = (packed: unknown) => unknown;

/** Thrown if the values of one statement contradict each other: an entity was removed while the statement ran. */
export class InconsistentReadError extends Error {
  override readonly name = 'InconsistentReadError';
}

/** Returns a value unchanged. */
export const decodeAsIs: Decoder = (packed) => packed;

/** Decodes a required value; throws InconsistentReadError if it, or every item of it, is null. */
export const decodeRequired: Decoder = (packed) => {
  const hasValue = Array.isArray(packed)
    ? packed.some((item) => item !== null)
    : packed !== null && packed !== undefined;
  if (!hasValue) throw new InconsistentReadError('A stored value must be present, found none.');
  return packed;
};

/**
 * The decoder of the stored value of a field of this type: an absent list is empty; decoding throws
 * InconsistentReadError if a required value is missing.
 */
export function storedDecoder(type: GraphQLOutputType): Decoder {
  if (!isNonNullType(type)) return decodeAsIs;
  return isListType(getNullableType(type)) ? (packed) => packed ?? [] : decodeRequired;
}

/** The number of rows that this process has decoded. */
export const decodeCounts = { rows: 0 };

/** Decodes a row, which is sent as the list of its values, into an object; null stays null. */
export function createRowDecoder(decoders: Readonly<Record<string, Decoder>>): Decoder {
  const entries = Object.entries(decoders);
  return (packed) => {
    if (!isList(packed)) return null;
    decodeCounts.rows += 1;
    const row: Record<string, unknown> = {};
    let index = 0;
    for (const [key, decode] of entries) {
      const value: unknown = packed[index++];
      row[key] = decode === decodeAsIs ? value : decode(value);
    }
    return row;
  };
}

/** Decodes each item of a list; null stays null. */
export function createListDecoder(decode: Decoder): Decoder {
  return decode === decodeAsIs
    ? decodeAsIs
    : (packed) => (isList(packed) ? packed.map((item) => decode(item)) : packed);
}

/** Decodes a list whose items are required; throws InconsistentReadError if an item is null. */
export function createCompleteListDecoder(decode: Decoder): Decoder {
  return (packed) => {
    if (isList(packed) && packed.includes(null)) {
      throw new InconsistentReadError('A list must have no null items, found one.');
    }
    return decode(packed);
  };
}

/** Creates a decoder of a connection from that of its only field, `nodes`. */
export function decodeNodes(decode: Decoder): Decoder {
  return (packed) => ({ nodes: decode(packed) });
}

/** Whether a packed value is a list, as rows are. */
export function isList(packed: unknown): packed is readonly unknown[] {
  return Array.isArray(packed);
}

const rowKeys = new WeakMap<FieldNode, string>();

/**
 * The key of a field's value in its parent's row: the field's name, followed by its arguments if it has any. GraphQL's
 * default resolver reads the name alone. An operation may select a field several times with different arguments.
 */
export function rowKey(node: FieldNode): string {
  const cachedKey = rowKeys.get(node);
  if (cachedKey !== undefined) return cachedKey;
  const args = (node.arguments ?? []).map(({ name, value }) => `${name.value}: ${print(sortValueNode(value))}`);
  const key = args.length === 0 ? node.name.value : `${node.name.value}(${args.sort().join(', ')})`;
  rowKeys.set(node, key);
  return key;
}
