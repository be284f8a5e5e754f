import { given } from './page.js';

/** Makes of what the driver gives for an expression what it stands for. */
export type Read = (packed: unknown) => unknown;

/** How a value is read. */
export interface Reading {
  readonly read: Read;
  /** Whether what is read is word for word what GraphQL answers, so that nothing need be made of it. */
  readonly isVerbatim?: boolean | undefined;
}

/** The field that asks for the name of a row's type. */
export const typeField = '__typename';

/** How an answer words a row. */
export interface Wording {
  /** The names of its values in order, `__typename` among them. */
  readonly names: readonly string[];
  /** What `__typename` is answered with. */
  readonly typename?: string | undefined;
}

/** What was read is not of one moment: an entity was removed after it was found and before its values were read. */
export class TornRead extends Error {
  override readonly name = 'TornRead';
}

/** Reads a value as it is. */
export const asItIs: Read = (packed) => packed;

/** Reads what is never null, nor a list of nulls, in what is stored; fails with a torn read where it is. */
export const thereOrTorn: Read = (packed) => {
  const isThere = isList(packed) ? packed.some(given) : given(packed);
  if (!isThere) throw new TornRead('A stored value must be there, found none.');
  return packed;
};

/** Reads a row off the list that it travels as, in the order of the answer where its wording is known; null where there is none. */
export function readingOfRow(values: Readonly<Record<string, Reading>>, wording?: Wording): Reading {
  const entries = Object.entries(values).map(([name, value], place) => ({ ...value, name, place }));
  const isVerbatim = wording !== undefined && isWorded(entries, wording);
  const type = { place: -1, read: () => wording?.typename };
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const worded = isVerbatim ? wording.names.map((name) => ({ ...(byName.get(name) ?? type), name })) : entries;
  return {
    read: (packed) => {
      if (!isList(packed)) return null;
      const map: Record<string, unknown> = {};
      for (const { name, place, read } of worded) map[name] = read(packed[place]);
      return map;
    },
    isVerbatim,
  };
}

function isWorded(values: readonly (Reading & { name: string })[], { names, typename }: Wording): boolean {
  const asked = new Set(names);
  const more = typename !== undefined && asked.has(typeField) ? 1 : 0;
  return asked.size === values.length + more && values.every(({ name, isVerbatim }) => isVerbatim && asked.has(name));
}

/** Reads each item of a list. */
export function readingOfList({ read, isVerbatim }: Reading): Reading {
  const readAll: Read = (packed) => (isList(packed) ? packed.map((one) => read(one)) : packed);
  return { read: read === asItIs ? asItIs : readAll, isVerbatim };
}

/** Reads a list of which no row is missing; fails with a torn read where one is. */
export function readingOfWhole({ read, isVerbatim }: Reading): Reading {
  const readAll: Read = (packed) => {
    if (isList(packed) && !packed.every(given)) throw new TornRead('A list must be whole, found a row missing.');
    return read(packed);
  };
  return { read: readAll, isVerbatim };
}

/** Whether a packed value is a list, as rows are. */
export function isList(packed: unknown): packed is readonly unknown[] {
  return Array.isArray(packed);
}
