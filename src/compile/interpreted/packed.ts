import { isList, type Reading } from '../reading.js';

/** Reads a row as it is packed by a statement that interprets it: the list of its values, and that of its lists. */
export function readingOfPacked({ read, isVerbatim }: Reading): Reading {
  return {
    read: (packed) => {
      if (!isList(packed)) return null;
      const [leaves = [], lists = []] = packed;
      return read([...(isList(leaves) ? leaves : []), ...(isList(lists) ? lists : [])]);
    },
    isVerbatim,
  };
}

/**
 * Reads a value of such a row: packed as what stands under one property, or in English and in Chinese. Of the two the
 * first there is, unless both are wanted.
 */
export function readingOfText(wantsBoth: boolean, { read, isVerbatim }: Reading): Reading {
  return {
    read: (packed) => {
      if (wantsBoth || !isList(packed)) return read(packed);
      const [first, second] = packed;
      return read(first ?? second ?? null);
    },
    isVerbatim,
  };
}
