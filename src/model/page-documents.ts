import { valueFields } from './adapt-document.js';
import { printBlock } from './print-block.js';
import type { PageField, PageModel } from './page-model.js';
import { entityNameFields, viewDocument } from './view-documents.js';

/** Generates the documents of the web pages that depend on the model; `adaptDocument` also applies to them. */
export function pageDocuments(model: PageModel): string[] {
  return [
    ...model.views.map((view) => viewDocument(model, view)),
    ...(model.types.some(({ isSection }) => isSection) ? [sectionDocument(model)] : []),
    welcomeDocument(model),
  ];
}

/** Generates the query for the entities that a section of the article mentions; the model must have sections. */
export function sectionDocument({ types }: PageModel): string {
  const section = types.find(({ isSection }) => isSection);
  const lists = section?.fields.filter(listsSectionEntities) ?? [];
  const selections = lists.map(({ name }) =>
    printBlock(`${name}(first: 100)`, ['totalCount', printBlock('nodes', entityNameFields)]),
  );
  const rootSelection = printBlock(`${section?.field ?? ''}(slug: $slug)`, ['id', ...selections]);
  return printBlock('query SectionEntities($slug: String!)', [rootSelection]);
}

/** Whether a field lists the entities that a section mentions: it holds no value and follows no relation. */
export function listsSectionEntities({
  valueType,
  relationType,
}: Pick<PageField, 'valueType' | 'relationType'>): boolean {
  return valueType === null && relationType === null;
}

/** Generates the example of the playground: entities of the first type and their first list, with citations. */
export function welcomeDocument({ languages, types }: PageModel): string {
  const [type] = types;
  const list = type?.fields.find(({ isList }) => isList);
  const citations = types.some(({ isSection }) => isSection)
    ? [printBlock('citations', [printBlock('section', ['number', 'name']), 'paragraph'])]
    : [];
  const edges = [printBlock('node', ['name']), printBlock('relation', ['status', ...citations])];
  const nodes = [
    ...['name', ...(languages.includes('ZH') ? ['inChinese: name(lang: ZH)'] : []), 'summary'],
    ...valueFields(type?.fields ?? []).map(({ name }) => name),
    ...(list ? [printBlock(`${list.name}(first: 5)`, [printBlock('edges', edges)])] : []),
  ];
  const rootField = `${type?.listField ?? ''}(first: 10, orderBy: [{ field: DEGREE, direction: DESC }])`;
  return `# Press Ctrl-Enter or the arrow to run this query. The list on the left has
# more queries; the book icon opens the documentation.
${printBlock('query Welcome', [printBlock(rootField, ['totalCount', printBlock('nodes', nodes)])])}
`;
}
