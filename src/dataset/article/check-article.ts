import { type Problem, problemAt } from '../problem.js';
import { findType, type Model } from '../../model/model.js';
import { citationsWithPaths, endsOf, paragraphKeyOf } from '../supports.js';
import type { Citation, Dataset, EntityRecord, FieldPath, RelationRecord } from '../record.js';
import { chapterOf, isSection, type Paragraphs, paragraphsOf, sectionsOf, type SectionRecord } from '../sections.js';
import type { Article } from './article.js';
import { namesOf } from './entity-names.js';
import { foldForMention, mentions } from './mentions.js';

/**
 * Reports listed lines that hold no paragraph, paragraphs that no section lists, and citations whose text does not name
 * the cited entity or an end of the cited relation; also ends of a relation that do not cite a paragraph of the relation
 * that names them.
 */
export function checkArticle(model: Model, dataset: Dataset, article: Article, articleFile: string): Problem[] {
  const sections = sectionsOf(model, dataset.entities);
  const citedText = { paragraphs: paragraphsOf(sections), article };
  const expected = `every paragraph in a section of ${findType(model, model.sections?.type ?? '')?.file ?? ''}.yaml`;
  return [
    ...checkLines(sections, article),
    ...findUncoveredLines(sections, article).map((line) => {
      const found = `a paragraph in no section: "${excerpt(article.lineAt(line) ?? '')}"`;
      return { file: articleFile, line, expected, found };
    }),
    ...checkCitations(dataset, citedText),
    ...checkEndCitations(model, dataset, citedText),
  ];
}

function checkLines(sections: readonly SectionRecord[], article: Article): Problem[] {
  const lines = new Set(article.paragraphLines);
  return sections.flatMap((section) =>
    section.fields.paragraphs.flatMap(({ line }, index) => {
      if (lines.has(line)) return [];
      const found = `line ${line}: "${excerpt(article.lineAt(line) ?? '')}"`;
      return [problemAt(section, ['paragraphs', index, 'line'], 'the line of a paragraph of the article', found)];
    }),
  );
}

function findUncoveredLines(sections: readonly SectionRecord[], article: Article): number[] {
  const listedLines = new Set(sections.flatMap(({ fields }) => fields.paragraphs.map(({ line }) => line)));
  return article.paragraphLines.filter((line) => !listedLines.has(line));
}

function checkCitations({ entities, relations }: Dataset, citedText: CitedText): Problem[] {
  const byId = new Map(entities.map((record) => [record.id, record]));
  return [...entities, ...relations].flatMap((record) => {
    const namedEntities = 'from' in record ? endsOf(record, byId) : [record];
    return citationsWithPaths(record).flatMap(([path, citation]) =>
      checkCitation(record, path, citation, namedEntities, citedText),
    );
  });
}

function checkEndCitations(
  model: Model,
  { entities, relations }: Dataset,
  { paragraphs, article }: CitedText,
): Problem[] {
  const byId = new Map(entities.filter((record) => !isSection(model, record)).map((record) => [record.id, record]));
  const missing = new Map<string, Problem>();
  for (const relation of relations) {
    for (const { chapter, paragraph } of relation.fields.citations ?? []) {
      const line = paragraphs.get(chapter)?.get(paragraph)?.line ?? 0;
      const text = foldForMention(article.lineAt(line) ?? '');
      const key = paragraphKeyOf({ chapter, paragraph });
      for (const end of endsOf(relation, byId)) {
        if ((end.fields.citations ?? []).some((one) => paragraphKeyOf(one) === key)) continue;
        if (!namesOf(end).some((name) => mentions(text, name))) continue;
        const expected = `chapter ${chapter}, paragraph ${paragraph}, which names the entity`;
        const found = `only a citation of it by ${relation.id}`;
        missing.set(`${end.id} ${key}`, problemAt(end, ['citations'], expected, found));
      }
    }
  }
  return [...missing.values()];
}

interface CitedText {
  readonly paragraphs: Paragraphs;
  readonly article: Article;
}

function checkCitation(
  record: EntityRecord | RelationRecord,
  path: FieldPath,
  citation: Citation,
  namedEntities: readonly EntityRecord[],
  citedText: CitedText,
): Problem[] {
  const texts = citedTexts(citation, citedText);
  const names = namedEntities.flatMap(namesOf);
  if (texts.map(foldForMention).some((text) => names.some((name) => mentions(text, name)))) return [];
  const expected = `a paragraph or heading that names ${names.map((name) => `"${name}"`).join(' or ')}`;
  const found = `chapter ${citation.chapter}, paragraph ${citation.paragraph}: "${excerpt(texts[0] ?? '')}"`;
  return [problemAt(record, path, expected, found)];
}

/** The texts a citation may be matched against: the paragraph, the first line of its section and the heading above. */
function citedTexts({ chapter, paragraph }: Citation, { paragraphs, article }: CitedText): string[] {
  const location = paragraphs.get(chapter)?.get(paragraph);
  if (location === undefined) return [];
  const { number, paragraphs: sectionParagraphs } = location.section.fields;
  // Only chapters have Markdown headings. A section starts with a paragraph that serves as its heading.
  const openingLines =
    number === String(chapterOf(number)) ? [] : sectionParagraphs.slice(0, 1).map(({ line }) => article.lineAt(line));
  return [article.lineAt(location.line), ...openingLines, article.headingOf(location.line)].filter(
    (text) => text !== undefined,
  );
}

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
