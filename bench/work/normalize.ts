const wrappers = new Set(['nodes', 'edges', 'node', 'of']);

/** Removes wrapper objects from lists: `{ nodes: [...] }`, `{ edges: [{ node }] }`, `{ of: row }`. */
export function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrap);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first !== undefined && entries.length === 1 && wrappers.has(first[0])) return unwrap(first[1]);
  return Object.fromEntries(entries.map(([key, child]) => [key, unwrap(child)]));
}

/** The single row of a response with one root field, whether it is an object or a list of one; null if empty. */
export function singleRow(data: unknown): unknown {
  const root = rootValue(data);
  return (Array.isArray(root) ? root[0] : root) ?? null;
}

/** The value of a response's only root field. */
export function rootValue(data: unknown): unknown {
  if (Array.isArray(data)) return unwrap(data);
  return isRecord(data) ? unwrap(Object.values(data)[0]) : data;
}

/** The value of a key; undefined if the value is not an object. */
export function valueAt(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

/** The values of a key in each item of a list, as sorted strings. */
export function sortedValues(list: unknown, key: string): string[] {
  return Array.isArray(list) ? list.map((item) => String(valueAt(item, key))).toSorted() : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
