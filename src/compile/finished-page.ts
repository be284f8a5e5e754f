import type { Value } from './value.js';

/** A page as its statement returns it; what was not asked for is absent. */
interface Found {
  readonly total?: number;
  /** The page, where neither cursors nor relations were asked for. */
  readonly nodes?: readonly unknown[];
  /** The page, where they were. */
  readonly edges?: readonly { readonly node: unknown }[];
  /** The page size, where the page holds one item more to show that the list goes on. */
  readonly size?: number;
  readonly backward?: boolean;
  /** Whether anything lies on the other side of the bound that the page runs towards. */
  readonly past?: boolean;
}

/** A connection's row as its resolvers read it, from the row or the plain list of nodes that its statement returns. */
export function finishedPage({ expression, read }: Value): Value {
  return { expression, read: (packed) => finished(read(packed)) };
}

function finished(found: unknown): unknown {
  if (found === null) return null;
  if (Array.isArray(found)) return { nodes: found };
  const page = found as Found; // the statement returns it
  const { total: totalCount = 0, size, past } = page;
  const edges = onPage(page, page.edges ?? []);
  const nodes = page.nodes ? onPage(page, page.nodes) : edges.map(({ node }) => node);
  const met = (page.edges ?? page.nodes ?? []).length;
  return { ...page, totalCount, nodes, edges, overflows: past === true || (size !== undefined && met > size) };
}

// A page may hold one item more than its size; it stands at the far end.
function onPage<T>({ size, backward }: Found, items: readonly T[]): readonly T[] {
  if (size === undefined || items.length <= size) return items;
  return backward ? items.slice(items.length - size) : items.slice(0, size);
}
