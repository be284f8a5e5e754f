import { valueFields } from './adapt-document.js';
import { block } from './block.js';
import type { PageField, PageModel } from './page-model.js';
import { namedFields, viewDocument } from './view-documents.js';

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
  const lists = section?.fields.filter(isNamedInSection) ?? [];
  const named = lists.map(({ name }) => block(`${name}(first: 100)`, ['totalCount', block('nodes', namedFields)]));
  const found = block(`${section?.field ?? ''}(slug: $slug)`, ['id', ...named]);
  return block('query SectionEntities($slug: String!)', [found]);
}

/** Whether a field lists the entities that a section mentions: it holds no value and follows no relation. */
export function isNamedInSection({ valueType, relationType }: Pick<PageField, 'valueType' | 'relationType'>): boolean {
  return valueType === null && relationType === null;
}

/** Generates the example of the playground: entities of the first type and their first list, with citations. */
export function welcomeDocument({ languages, types }: PageModel): string {
  const [type] = types;
  const list = type?.fields.find(({ isList }) => isList);
  const source = types.some(({ isSection }) => isSection)
    ? [block('citations', [block('section', ['number', 'name']), 'paragraph'])]
    : [];
  const edges = [block('node', ['name']), block('relation', ['status', ...source])];
  const nodes = [
    ...['name', ...(languages.includes('ZH') ? ['inChinese: name(lang: ZH)'] : []), 'summary'],
    ...valueFields(type?.fields ?? []).map(({ name }) => name),
    ...(list ? [block(`${list.name}(first: 5)`, [block('edges', edges)])] : []),
  ];
  const root = `${type?.listField ?? ''}(first: 10, orderBy: [{ field: DEGREE, direction: DESC }])`;
  return `# Press Ctrl-Enter or the arrow to run this query. The list on the left has
# more queries; the book icon opens the documentation.
${block('query Welcome', [block(root, ['totalCount', block('nodes', nodes)])])}
`;
}
