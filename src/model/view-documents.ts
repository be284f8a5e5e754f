import { printBlock } from './print-block.js';
import type { PageField, PageModel, PageType, PageView } from './page-model.js';

/** The selection for an entity with its name in both languages. */
export const entityNameFields = ['__typename', 'id', 'en: name', 'zh: name(lang: ZH)'];

/** Generates the query for the contents of a view. */
export function viewDocument(model: PageModel, view: PageView): string {
  const type = findPageType(model, view.type);
  const { kind } = view;
  const operation = `query ${kind.charAt(0)}${kind.slice(1).toLowerCase()}`;
  const members = selections[kind]?.(model, type, view.fields) ?? [];
  const nodesSelection = printBlock('nodes', [...entityNameFields, ...members]);
  return printBlock(operation, [
    printBlock(`${type?.listField ?? ''}(${pageArguments[kind] ?? 'first: 100'})`, [nodesSelection]),
  ]);
}

/** The page arguments of each kind of view, within the cost limit of an operation. */
const pageArguments: Readonly<Record<string, string>> = {
  LANDSCAPE: 'first: 50, orderBy: [{ field: DEGREE, direction: DESC }]',
  CHAIN: 'first: 20',
  TIMELINE: 'first: 50',
};

type Selections = (model: PageModel, type: PageType | undefined, fields: readonly string[]) => string[];

/** The selection of each kind of view; the descriptions of `ViewKind` explain the fields. */
const selections: Readonly<Record<string, Selections>> = {
  LANDSCAPE: (model, type, [items, itemField]) => {
    const list = findPageField(type, items);
    const itemSelection = selectEdges(findPageField(findPageType(model, list?.target), itemField), 10);
    return selectNodes(list, 100, itemSelection, ['totalCount']);
  },
  PLACES: (_model, type, [parent, contents]) => [
    ...selectEntity(findPageField(type, parent), ['id']),
    ...selectEdges(findPageField(type, contents), 100),
  ],
  CHAIN: (model, type, [next, parts, workers]) => {
    const list = findPageField(type, parts);
    const partSelection = selectNodes(findPageField(findPageType(model, list?.target), workers), 50);
    return [
      ...selectEntity(findPageField(type, next), entityNameFields),
      ...selectNodes(list, 50, partSelection),
      ...selectNodes(findPageField(type, workers), 100),
    ];
  },
  TIMELINE: (_model, type, [from, to, ...lists]) => [
    ...['summary', 'summaryZh: summary(lang: ZH)'],
    ...[from, to].flatMap((name) => findPageField(type, name)?.name ?? []),
    ...lists.flatMap((name) => selectNodes(findPageField(type, name), 100)),
  ],
};

function findPageType({ types }: PageModel, name: string | null | undefined): PageType | undefined {
  return types.find(({ type }) => type === name);
}

function findPageField(type: PageType | undefined, name: string | undefined): PageField | undefined {
  return type?.fields.find((field) => field.name === name);
}

function selectEntity(field: PageField | undefined, members: readonly string[]): string[] {
  return field ? [printBlock(field.name, members)] : [];
}

function selectNodes(
  field: PageField | undefined,
  first: number,
  nodeMembers: readonly string[] = [],
  otherMembers: readonly string[] = [],
): string[] {
  return field
    ? [
        printBlock(formatListField(field, first), [
          ...otherMembers,
          printBlock('nodes', [...entityNameFields, ...nodeMembers]),
        ]),
      ]
    : [];
}

/** Selects a list, with the status of the relation to each entity. The page marks refuted facts, so it lists them. */
function selectEdges(field: PageField | undefined, first: number): string[] {
  if (!field) return [];
  const filter = ', where: { status: [UNCHECKED, CONFIRMED, DOUBTFUL, REFUTED] }';
  return [
    printBlock(formatListField(field, first, filter), [
      printBlock('edges', [printBlock('relation', ['status']), printBlock('node', entityNameFields)]),
    ]),
  ];
}

/** A list field with arguments that exclude the entities of nested parts; `filter` is a further argument. */
function formatListField({ name, hasWithin }: PageField, first: number, filter = ''): string {
  return `${name}(${hasWithin ? 'within: false, ' : ''}first: ${first}${filter})`;
}
