/** Serializes a JSON value in chunks: each value that is `depth` levels deep is one chunk. */
export function* writeJson(value: unknown, depth = 3): Generator<string> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
  } else if (Array.isArray(value)) {
    yield* writeEnclosed(
      '[',
      value.map((item: unknown) => ['', item] as const),
      ']',
      depth,
    );
  } else {
    const entries = Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}:`, item] as const);
    yield* writeEnclosed('{', entries, '}', depth);
  }
}

function* writeEnclosed(
  open: string,
  parts: readonly (readonly [string, unknown])[],
  close: string,
  depth: number,
): Generator<string> {
  yield open;
  let separator = '';
  for (const [key, item] of parts) {
    yield separator + key;
    yield* writeJson(item, depth - 1);
    separator = ',';
  }
  yield close;
}
