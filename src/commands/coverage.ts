import { measureCoverage, type ParagraphCoverage } from '../dataset/article/coverage.js';
import { findUnusedGaps, readGaps } from '../dataset/article/read-gaps.js';
import { BadDataError, type Problem } from '../dataset/problem.js';
import { readAtlas, type AtlasOptions } from './atlas.js';
import { readArticle } from './read-article.js';

/** Options of `coverage`. */
export interface CoverageCommand extends AtlasOptions {
  /** The path of the article. */
  readonly article: string;
  /** Prints one line. */
  readonly print: (line: string) => void;
}

/**
 * Lists the entities and facts that cite each paragraph, and the names in it that none of them covers. Returns the
 * paragraphs in reading order.
 *
 * @throws BAD_DATA if the file of accepted gaps lacks such a name, or accepts one that is not in the article.
 */
export async function coverage({ article: file, print, ...options }: CoverageCommand) {
  const { model, dataDir, dataset } = await readAtlas(options);
  const gaps = await readGaps(model, dataDir);
  const paragraphs = measureCoverage(model, dataset, await readArticle(model, file), gaps.gaps);
  for (const paragraph of paragraphs) for (const line of describeParagraph(paragraph)) print(line);
  const unusedGaps = findUnusedGaps(gaps, new Set(paragraphs.flatMap(({ accepted }) => accepted)));
  const problems = [...paragraphs.flatMap((paragraph) => toProblems(paragraph, file)), ...unusedGaps];
  if (problems.length > 0) throw new BadDataError(problems);
  print(`Every name in the ${paragraphs.length} paragraphs of ${file} is covered, or accepted with a reason.`);
  return { paragraphs };
}

function describeParagraph({ chapter, paragraph, line, ...coverage }: ParagraphCoverage): string[] {
  const { entities, facts, uncovered, accepted } = coverage;
  return [
    `Chapter ${chapter}, paragraph ${paragraph} (line ${line}): ${entities.length} entities, ${facts.length} facts`,
    ...(entities.length > 0 ? [`  entities: ${entities.join(', ')}`] : []),
    ...(facts.length > 0 ? [`  facts: ${facts.join(', ')}`] : []),
    ...accepted.map(({ term, reason }) => `  accepted: ${term}. ${reason}`),
    ...uncovered.map((name) => `  not covered: ${name}`),
  ];
}

function toProblems({ chapter, paragraph, line, uncovered }: ParagraphCoverage, file: string): Problem[] {
  const record = `chapter ${chapter}, paragraph ${paragraph}`;
  const expected = 'an entity that cites the paragraph and has this name or wording, or an accepted gap';
  return uncovered.map((name) => ({ file, line, record, expected, found: `"${name}", which nothing covers` }));
}
