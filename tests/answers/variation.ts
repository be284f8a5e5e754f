/**
 * Returns a similar value of the same type: with lists emptied, truncated or reversed, with object keys removed or
 * reordered, with objects emptied or with null in place of their values. The number selects the variation.
 */
export function variation(value: unknown, number: number): unknown {
  return new Variation(number).of(value);
}

class Variation {
  constructor(private left: number) {}

  of(value: unknown): unknown {
    if (Array.isArray(value)) return this.list(value);
    return typeof value === 'object' && value !== null ? this.object(value) : value;
  }

  private list(items: readonly unknown[]): unknown[] {
    const kept = [items, [], items.slice(0, 1), items.toReversed()][this.take(4)] ?? items;
    return kept.map((item) => this.of(item));
  }

  private object(value: object): object {
    const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, this.of(inner)]);
    // `field` is required in an item of `orderBy`, so only reorder the keys.
    if ('field' in value) return Object.fromEntries(entries.toReversed());
    const ways = [entries, entries.toReversed(), entries.slice(1), [], entries.map(([key]) => [key, null] as const)];
    return Object.fromEntries(ways[[0, 0, 1, 1, 1, 2, 3, 4][this.take(8)] ?? 0] ?? entries);
  }

  private take(count: number): number {
    const taken = this.left % count;
    this.left = Math.floor(this.left / count);
    return taken;
  }
}
