/** The pages that exist for every model. */
export const pages = ['graph', 'paths', 'between', 'similar', 'question', 'search'] as const;

/** The name of such a page. */
export type PageName = (typeof pages)[number];

/** The state of the explorer that a URL encodes. */
export interface Place {
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
export const start: Place = {
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

const lists = ['around', 'hidden', 'pinned', 'off', 'ids'] as const;
const texts = ['node', 'question', 'text'] as const;
const flags = ['only', 'table'] as const;

/** Parses a route from the query string of a URL. Missing parameters get the values of the start route. */
export function readPlace(search: string): Place {
  const parameters = new URLSearchParams(search);
  const text = (name: 'view' | (typeof texts)[number]): string | null => parameters.get(name) || null;
  const list = (name: (typeof lists)[number]): string[] => (parameters.get(name) ?? '').split(',').filter(Boolean);
  const flag = (name: (typeof flags)[number]): boolean => parameters.get(name) === '1';
  return {
    view: text('view') ?? start.view,
    node: text('node'),
    question: text('question'),
    text: text('text'),
    around: list('around'),
    hidden: list('hidden'),
    pinned: list('pinned'),
    off: list('off'),
    ids: list('ids'),
    only: flag('only'),
    table: flag('table'),
  };
}

/** Formats a route as a query string; empty for the start route. */
export function writePlace(place: Place): string {
  const parts = [
    ...(place.view === start.view ? [] : [['view', place.view] as const]),
    ...texts.map((name) => [name, place[name] ?? ''] as const),
    ...lists.map((name) => [name, place[name].join(',')] as const),
    ...flags.map((name) => [name, place[name] ? '1' : ''] as const),
  ];
  const written = parts.filter(([, value]) => value !== '');
  // Colons and commas are allowed in a query string. Leaving them unescaped keeps links readable.
  return written
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`)
    .join('&');
}
