/** The pages that exist for every model. */
export const pageNames = ['graph', 'paths', 'between', 'similar', 'question', 'search'] as const;

/** The name of such a page. */
export type PageName = (typeof pageNames)[number];

/** The state of the explorer that a URL encodes. */
export interface Route {
  /** The name of a page or of a view of the model; any other name shows the graph. */
  readonly view: string;
  /** The id of the entity whose card is open. */
  readonly node: string | null;
  /** The ids of the entities whose neighborhood is shown; empty for the whole graph. */
  readonly around: readonly string[];
  /** The ids of hidden entities. */
  readonly hidden: readonly string[];
  /** The ids of entities that always stay visible and labeled. */
  readonly pinned: readonly string[];
  /** The entity types switched off in the legend. */
  readonly off: readonly string[];
  /** The ids of the entities that a question is about. */
  readonly ids: readonly string[];
  /** The name of a sample operation. */
  readonly question: string | null;
  /** The search text. */
  readonly text: string | null;
  /** Whether the graph view shows only the result. */
  readonly only: boolean;
  /** Whether the table is shown beside the graph. */
  readonly table: boolean;
}

/** The route of a URL without a query string. */
export const startRoute: Route = {
  view: 'graph',
  node: null,
  question: null,
  text: null,
  around: [],
  hidden: [],
  pinned: [],
  off: [],
  ids: [],
  only: false,
  table: false,
};

const listParameters = ['around', 'hidden', 'pinned', 'off', 'ids'] as const;
const textParameters = ['node', 'question', 'text'] as const;
const flagParameters = ['only', 'table'] as const;

/** Parses a route from the query string of a URL. Missing parameters get the values of the start route. */
export function parseRoute(search: string): Route {
  const parameters = new URLSearchParams(search);
  const readText = (name: 'view' | (typeof textParameters)[number]): string | null => parameters.get(name) || null;
  const readList = (name: (typeof listParameters)[number]): string[] =>
    (parameters.get(name) ?? '').split(',').filter(Boolean);
  const readFlag = (name: (typeof flagParameters)[number]): boolean => parameters.get(name) === '1';
  return {
    view: readText('view') ?? startRoute.view,
    node: readText('node'),
    question: readText('question'),
    text: readText('text'),
    around: readList('around'),
    hidden: readList('hidden'),
    pinned: readList('pinned'),
    off: readList('off'),
    ids: readList('ids'),
    only: readFlag('only'),
    table: readFlag('table'),
  };
}

/** Formats a route as a query string; empty for the start route. */
export function formatRoute(route: Route): string {
  const parts = [
    ...(route.view === startRoute.view ? [] : [['view', route.view] as const]),
    ...textParameters.map((name) => [name, route[name] ?? ''] as const),
    ...listParameters.map((name) => [name, route[name].join(',')] as const),
    ...flagParameters.map((name) => [name, route[name] ? '1' : ''] as const),
  ];
  const nonEmptyParts = parts.filter(([, value]) => value !== '');
  // Colons and commas are allowed in a query string. Leaving them unescaped keeps links readable.
  return nonEmptyParts
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`)
    .join('&');
}
