/** Serializes a JSON value in chunks: each value that is `depth` levels deep is one chunk. */
export function* writeJson(value: unknown, depth = 3): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  yield isList ? '[' : '{';
  let separator = '';
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    yield isList ? separator : `${separator}${JSON.stringify(key)}:`;
    yield* writeJson(item, depth - 1);
    separator = ',';
  }
  yield isList ? ']' : '}';
}
