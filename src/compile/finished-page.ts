import { typeField, type Reading, type Wording } from './reading.js';
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

/** A connection's row as its resolvers read it, from the row that its statement returns. */
export function finishedPage({ expression, read }: Value): Value {
  return { expression, read: (packed) => finished(read(packed)) };
}

/** Reads the row of a connection of which nothing but nodes was asked for off the plain list of these. */
export function readingOfListPage({ read, isVerbatim }: Reading, wording?: Wording): Reading {
  const isFirst = wording?.names[0] === 'nodes';
  const isTyped = wording?.names.includes(typeField) ?? false;
  const worded = (nodes: unknown): unknown => {
    if (nodes === null) return null;
    if (!isTyped) return { nodes };
    const type = { [typeField]: wording?.typename };
    return isFirst ? { nodes, ...type } : { ...type, nodes };
  };
  return { read: (packed) => worded(read(packed)), isVerbatim: wording !== undefined && isVerbatim };
}

function finished(found: unknown): unknown {
  if (found === null) return null;
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
