import { type Problem, problemAt } from '../problem.js';
import {
  type Citation,
  type Dataset,
  type EntityRecord,
  type FieldPath,
  isOfType,
  type RecordSource,
} from '../record.js';
import { chapterOf, type Paragraphs, paragraphsOf } from '../sections.js';
import type { Article } from './article.js';
import { foldForMention, mentions } from './mentions.js';

/** Problems for sections whose lines are no paragraphs, for paragraphs in no section, and for citations that name nobody. */
export function articleProblems(dataset: Dataset, article: Article, articleFile: string): Problem[] {
  const misplaced = lineProblems(dataset, article);
  return [...misplaced, ...uncovered(dataset, article, articleFile), ...citationProblems(dataset, article)];
}

function lineProblems({ entities }: Dataset, article: Article): Problem[] {
  const lines = new Set(article.paragraphLines);
  return entities.filter(isOfType('Section')).flatMap((section) =>
    section.fields.paragraphs.flatMap(({ line }, index) => {
      if (lines.has(line)) return [];
      const found = `line ${line}: "${excerpt(article.lineAt(line) ?? '')}"`;
      return [problemAt(section, ['paragraphs', index, 'line'], 'the line of a paragraph of the article', found)];
    }),
  );
}

function uncovered({ entities }: Dataset, article: Article, file: string): Problem[] {
  const sections = entities.filter(isOfType('Section'));
  const listed = new Set(sections.flatMap(({ fields }) => fields.paragraphs.map(({ line }) => line)));
  return article.paragraphLines
    .filter((line) => !listed.has(line))
    .map((line) => ({
      file,
      line,
      expected: 'every paragraph in a section of section.yaml',
      found: `one in none: "${excerpt(article.lineAt(line) ?? '')}"`,
    }));
}

function citationProblems({ entities, relations }: Dataset, article: Article): Problem[] {
  const paragraphs = paragraphsOf(entities);
  const byId = new Map(entities.map((record) => [record.id, record]));
  const check = (record: Citing, named: readonly EntityRecord[]): Problem[] =>
    (record.fields.citations ?? []).flatMap((citation, index) =>
      unnamed(record, ['citations', index], citation, named, { paragraphs, article }),
    );
  return [
    ...entities.flatMap((record) => check(record, [record])),
    ...relations.flatMap((relation) =>
      check(
        relation,
        [byId.get(relation.from), byId.get(relation.to)].filter((end) => end !== undefined),
      ),
    ),
  ];
}

interface Citing {
  readonly id: string;
  readonly source: RecordSource;
  readonly fields: { readonly citations?: readonly Citation[] };
}

interface Places {
  readonly paragraphs: Paragraphs;
  readonly article: Article;
}

function unnamed(
  record: Citing,
  path: FieldPath,
  citation: Citation,
  named: readonly EntityRecord[],
  places: Places,
): Problem[] {
  const texts = citedTexts(citation, places);
  const names = named.flatMap(namesOf);
  if (texts.map(foldForMention).some((text) => names.some((name) => mentions(text, name)))) return [];
  const expected = `a paragraph or heading that names ${names.map((name) => `"${name}"`).join(' or ')}`;
  const found = `chapter ${citation.chapter}, paragraph ${citation.paragraph}: "${excerpt(texts[0] ?? '')}"`;
  return [problemAt(record, path, expected, found)];
}

/** The paragraph, the heading of its section and that of its chapter. */
function citedTexts({ chapter, paragraph }: Citation, { paragraphs, article }: Places): string[] {
  const place = paragraphs.get(chapter)?.get(paragraph);
  if (place === undefined) return [];
  const { number, paragraphs: own } = place.section.fields;
  // The article marks only its chapters as headings: a section opens with a paragraph that serves as one.
  const opening = number === String(chapterOf(number)) ? [] : own.slice(0, 1).map(({ line }) => article.lineAt(line));
  return [article.lineAt(place.line), ...opening, article.headingOf(place.line)].filter((text) => text !== undefined);
}

function namesOf({ fields }: EntityRecord): string[] {
  return [fields.name.en, fields.name.zh, ...(fields.aliases ?? [])].filter((name) => name !== undefined);
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
