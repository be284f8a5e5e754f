/**
 * Returns a similar value of the same type: with lists emptied, truncated or reversed, with object keys removed or
 * reordered, with objects emptied or with null in place of their values. The number selects the variation.
 */
export function varyValue(value: unknown, number: number): unknown {
  return new ValueVariation(number).apply(value);
}

class ValueVariation {
  constructor(private remainder: number) {}

  apply(value: unknown): unknown {
    if (Array.isArray(value)) return this.varyList(value);
    return typeof value === 'object' && value !== null ? this.varyObject(value) : value;
  }

  private varyList(items: readonly unknown[]): unknown[] {
    const variant = [items, [], items.slice(0, 1), items.toReversed()][this.takeChoice(4)] ?? items;
    return variant.map((item) => this.apply(item));
  }

  private varyObject(value: object): object {
    const entries = Object.entries(value).map(([key, nested]): [string, unknown] => [key, this.apply(nested)]);
    // `field` is required in an item of `orderBy`, so only reorder the keys.
    if ('field' in value) return Object.fromEntries(entries.toReversed());
    const variants = [
      entries,
      entries.toReversed(),
      entries.slice(1),
      [],
      entries.map(([key]) => [key, null] as const),
    ];
    return Object.fromEntries(variants[[0, 0, 1, 1, 1, 2, 3, 4][this.takeChoice(8)] ?? 0] ?? entries);
  }

  private takeChoice(count: number): number {
    const choice = this.remainder % count;
    this.remainder = Math.floor(this.remainder / count);
    return choice;
  }
}
