/** A connection as its statement returns it; what is not selected is absent. */
export interface FoundConnection {
  readonly totalCount?: number;
  /** The page, where no edges are selected. */
  readonly nodes?: readonly unknown[];
  /** The page, where edges are selected; `item` is what `nodes` selects of each. */
  readonly edges?: readonly FoundEdge[];
  /** The page size, where the page holds one item more to show whether the list goes on. */
  readonly size?: number;
  /** Whether anything lies before the page; after it, where the page is counted from the end. */
  readonly hasOpposite?: boolean;
  /** Whether anything lies beyond the bound that the page runs towards. */
  readonly hasPast?: boolean;
}

interface FoundEdge {
  readonly item?: unknown;
  readonly cursor?: string;
}

/** Turns what a statement returns into a connection: cuts the page to its size and answers `pageInfo`. */
export function toConnection(found: FoundConnection, isBackward: boolean): object {
  const { nodes, edges, size, hasOpposite = false, hasPast = false, ...others } = found;
  const hasMore = hasPast || (size !== undefined && (edges ?? nodes ?? []).length > size);
  const page = edges && takePage(edges, size, isBackward);
  return {
    ...others,
    nodes: page ? page.map(({ item }) => item) : nodes && takePage(nodes, size, isBackward),
    edges: page ?? [],
    pageInfo: {
      hasNextPage: isBackward ? hasOpposite : hasMore,
      hasPreviousPage: isBackward ? hasMore : hasOpposite,
      startCursor: page?.at(0)?.cursor ?? null,
      endCursor: page?.at(-1)?.cursor ?? null,
    },
  };
}

// The one item more stands at the far end.
function takePage<T>(items: readonly T[], size: number | undefined, isBackward: boolean): readonly T[] {
  if (size === undefined || items.length <= size) return items;
  return isBackward ? items.slice(items.length - size) : items.slice(0, size);
}
