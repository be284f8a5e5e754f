/** A text that is equal for equal maps of parameters only; what holds one plain text, as most do, is written at once. */
export function valuesKey(values: Readonly<Record<string, unknown>>): string {
  let key = '';
  for (const name in values) {
    const value = values[name];
    key += typeof value === 'string' ? `${name}=${value.length}:${value};` : `${name} ${writtenOut(value)};`;
  }
  return key;
}

function writtenOut(value: unknown): string {
  return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value, bigintsToo);
}

// As an object, because no parameter is one that looks so; a text might.
function bigintsToo(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { bigint: value.toString() } : value;
}
