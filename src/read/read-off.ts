const keys = new WeakMap<object, string>();

/**
 * Marks a resolver that gives just what its parent's row holds under a key, unless the operation asks for the field
 * with several arguments or in a language. Where it does not, an executor may read the row without calling it.
 */
export function readOff<Resolver extends object>(key: string, resolver: Resolver): Resolver {
  keys.set(resolver, key);
  return resolver;
}

/** The key that a resolver reads; undefined where it does more. */
export function keyReadBy(resolver: unknown): string | undefined {
  return typeof resolver === 'function' ? keys.get(resolver) : undefined;
}
