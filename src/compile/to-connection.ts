/** A connection as its statement returns it, without the fields that are not selected. */
export interface RawConnection {
  readonly totalCount?: number;
  /** The items of the page; present if no edges are selected. */
  readonly nodes?: readonly unknown[];
  /** The edges of the page; present if edges are selected. `item` is the row of `nodes`. */
  readonly edges?: readonly RawEdge[];
  /** The page size; present if the page has one extra item when there are more. */
  readonly size?: number;
  /** Whether there are items before the page, or after it if the page is counted from the end. */
  readonly hasItemsBehind?: boolean;
  /** Whether there are items beyond `before`, or beyond `after` if the page is counted from the end. */
  readonly hasItemsAhead?: boolean;
}

interface RawEdge {
  readonly item?: unknown;
  readonly cursor?: string;
}

/** Converts the row of a statement into a connection: truncates the page to its size and computes `pageInfo`. */
export function toConnection(raw: RawConnection, isBackward: boolean): object {
  const { nodes, edges, size, hasItemsBehind = false, hasItemsAhead = false, ...otherFields } = raw;
  const hasMore = hasItemsAhead || (size !== undefined && (edges ?? nodes ?? []).length > size);
  const page = edges && takePage(edges, size, isBackward);
  return {
    ...otherFields,
    nodes: page ? page.map(({ item }) => item) : nodes && takePage(nodes, size, isBackward),
    edges: page ?? [],
    pageInfo: {
      hasNextPage: isBackward ? hasItemsBehind : hasMore,
      hasPreviousPage: isBackward ? hasMore : hasItemsBehind,
      startCursor: page?.at(0)?.cursor ?? null,
      endCursor: page?.at(-1)?.cursor ?? null,
    },
  };
}

// The extra item is at the far end.
function takePage<T>(items: readonly T[], size: number | undefined, isBackward: boolean): readonly T[] {
  if (size === undefined || items.length <= size) return items;
  return isBackward ? items.slice(items.length - size) : items.slice(0, size);
}
