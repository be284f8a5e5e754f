/** The pages of the explorer that every model has. */
export const pages = ['graph', 'paths', 'between', 'similar', 'question', 'search'] as const;

/** One of these pages. */
export type PageName = (typeof pages)[number];

/** Where the reader is: all that a link needs to show the same again. */
export interface Place {
  /** A page that every model has, or the name of a view of the model; any other shows the graph. */
  readonly view: string;
  /** The entity whose card is open. */
  readonly node: string | null;
  /** The entities whose surroundings are drawn instead of the whole graph. */
  readonly around: readonly string[];
  /** Entities taken out of the picture. */
  readonly hidden: readonly string[];
  /** Entities that stay visible and named whatever else is lit. */
  readonly pinned: readonly string[];
  /** Entity types that the legend has switched off. */
  readonly off: readonly string[];
  /** The entities that a question is about. */
  readonly ids: readonly string[];
  /** Name of the question of `operations/`. */
  readonly question: string | null;
  /** The text that is searched for. */
  readonly text: string | null;
  /** Whether only the answer is drawn, without the rest of the graph. */
  readonly only: boolean;
  /** Whether the table stands beside the picture. */
  readonly table: boolean;
}

/** The place that the bare address shows. */
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

/** Reads a place from the query part of an address; what it does not know it leaves at the start's value. */
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

/** Writes the query part of the address that shows a place; empty for the start. */
export function writePlace(place: Place): string {
  const parts = [
    ...(place.view === start.view ? [] : [['view', place.view] as const]),
    ...texts.map((name) => [name, place[name] ?? ''] as const),
    ...lists.map((name) => [name, place[name].join(',')] as const),
    ...flags.map((name) => [name, place[name] ? '1' : ''] as const),
  ];
  const written = parts.filter(([, value]) => value !== '');
  // Colons and commas may stand in a query as they are, and links stay readable with them.
  return written
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2C', ',')}`)
    .join('&');
}
