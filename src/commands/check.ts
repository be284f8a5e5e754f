import { checkArticle } from '../dataset/article/check-article.js';
import { citationsWithPaths } from '../dataset/supports.js';
import { BadDataError } from '../dataset/problem.js';
import type { Dataset } from '../dataset/record.js';
import type { Model } from '../model/model.js';
import { describeSize, readAtlas, type AtlasOptions } from './atlas.js';
import { readArticle } from './read-article.js';

/** Options of `check`. */
export interface CheckCommand extends AtlasOptions {
  /** The path of the article; default: citations are not compared with the article. */
  readonly article?: string | undefined;
  /** Prints one line. */
  readonly print: (line: string) => void;
}

/**
 * Checks the model and the data files; with an article, also that each cited paragraph mentions what cites it. Returns
 * the numbers of entities, relations and compared citations, which is null without an article.
 */
export async function check({ article, print, ...options }: CheckCommand) {
  const { model, dataDir, dataset } = await readAtlas(options);
  const citationCount = article === undefined ? null : await checkCitations(model, dataset, article);
  const cited = citationCount === null ? '' : `, and ${citationCount} citations match ${article}`;
  print(`${describeSize(dataset)} in ${dataDir}: no problem found${cited}.`);
  return { entityCount: dataset.entities.length, relationCount: dataset.relations.length, citationCount };
}

/** Compares the citations with the article; returns their number. */
async function checkCitations(model: Model, dataset: Dataset, article: string): Promise<number> {
  const problems = checkArticle(model, dataset, await readArticle(model, article), article);
  if (problems.length > 0) throw new BadDataError(problems);
  return [...dataset.entities, ...dataset.relations].flatMap(citationsWithPaths).length;
}
