import { block } from './block.js';
import type { PageField, PageModel, PageType, PageView } from './page-model.js';

/** The selection for an entity with its name in both languages. */
export const namedFields = ['__typename', 'id', 'en: name', 'zh: name(lang: ZH)'];

/** Generates the query for the contents of a view. */
export function viewDocument(model: PageModel, view: PageView): string {
  const type = typeNamed(model, view.type);
  const { kind } = view;
  const operation = `query ${kind.charAt(0)}${kind.slice(1).toLowerCase()}`;
  const members = selections[kind]?.(model, type, view.fields) ?? [];
  const listed = block('nodes', [...namedFields, ...members]);
  return block(operation, [block(`${type?.listField ?? ''}(${pages[kind] ?? 'first: 100'})`, [listed])]);
}

/** The page arguments of each kind of view, within the cost limit of an operation. */
const pages: Readonly<Record<string, string>> = {
  LANDSCAPE: 'first: 100, orderBy: [{ field: DEGREE, direction: DESC }]',
  CHAIN: 'first: 20',
  TIMELINE: 'first: 50',
};

type Selections = (model: PageModel, type: PageType | undefined, fields: readonly string[]) => string[];

/** The selection of each kind of view; the descriptions of `ViewKind` explain the fields. */
const selections: Readonly<Record<string, Selections>> = {
  LANDSCAPE: (model, type, [items, inItems]) => {
    const list = fieldNamed(type, items);
    const inner = edges(fieldNamed(typeNamed(model, list?.target), inItems), 10);
    return nodes(list, 100, inner, ['totalCount']);
  },
  PLACES: (_model, type, [around, inside]) => [
    ...leadTo(fieldNamed(type, around), ['id']),
    ...edges(fieldNamed(type, inside), 100),
  ],
  CHAIN: (model, type, [next, parts, workers]) => {
    const list = fieldNamed(type, parts);
    const inParts = nodes(fieldNamed(typeNamed(model, list?.target), workers), 50);
    return [
      ...leadTo(fieldNamed(type, next), namedFields),
      ...nodes(list, 50, inParts),
      ...nodes(fieldNamed(type, workers), 100),
    ];
  },
  TIMELINE: (_model, type, [from, to, ...lists]) => [
    ...['summary', 'summaryZh: summary(lang: ZH)'],
    ...[from, to].flatMap((name) => fieldNamed(type, name)?.name ?? []),
    ...lists.flatMap((name) => nodes(fieldNamed(type, name), 100)),
  ],
};

function typeNamed({ types }: PageModel, name: string | null | undefined): PageType | undefined {
  return types.find(({ type }) => type === name);
}

function fieldNamed(type: PageType | undefined, name: string | undefined): PageField | undefined {
  return type?.fields.find((field) => field.name === name);
}

function leadTo(field: PageField | undefined, members: readonly string[]): string[] {
  return field ? [block(field.name, members)] : [];
}

function nodes(
  field: PageField | undefined,
  first: number,
  inNodes: readonly string[] = [],
  beside: readonly string[] = [],
): string[] {
  return field ? [block(listHead(field, first), [...beside, block('nodes', [...namedFields, ...inNodes])])] : [];
}

/** Selects a list, with the status of the relation to each entity. */
function edges(field: PageField | undefined, first: number): string[] {
  if (!field) return [];
  return [block(listHead(field, first), [block('edges', [block('relation', ['status']), block('node', namedFields)])])];
}

/** A list field with arguments that exclude the entities of nested parts. */
function listHead({ name, hasWithin }: PageField, first: number): string {
  return hasWithin ? `${name}(within: false, first: ${first})` : `${name}(first: ${first})`;
}
