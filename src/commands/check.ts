import { checkArticle } from '../dataset/article/check-article.js';
import { citationsWithPaths } from '../dataset/supports.js';
import { BadDataError } from '../dataset/problem.js';
import { readDataset } from '../dataset/read-dataset.js';
import type { Dataset } from '../dataset/record.js';
import type { Model } from '../model/model.js';
import { openAtlas, type AtlasOptions } from './atlas.js';
import { readArticle } from './read-article.js';

/** Options of `check`. */
export interface CheckCommand extends AtlasOptions {
  /** The path of the article; default: citations are not compared with the article. */
  readonly article?: string | undefined;
  /** Prints one line. */
  readonly print: (line: string) => void;
}

/** The report of `check` for data files without problems. */
export interface CheckReport {
  readonly entityCount: number;
  readonly relationCount: number;
  /** The number of citations that were compared with the article; null without an article. */
  readonly citationCount: number | null;
}

/** Checks the model and the data files; with an article, also that each cited paragraph mentions what cites it. */
export async function check({ article, print, ...options }: CheckCommand): Promise<CheckReport> {
  const { model, dataDir } = openAtlas(options);
  const dataset = await readDataset(model, dataDir);
  const citationCount = article === undefined ? null : await checkCitations(model, dataset, article);
  const counts = `${dataset.entities.length} entities and ${dataset.relations.length} relations`;
  const cited = citationCount === null ? '' : `, and ${citationCount} citations match ${article}`;
  print(`${counts} in ${dataDir}: no problem found${cited}.`);
  return { entityCount: dataset.entities.length, relationCount: dataset.relations.length, citationCount };
}

/** Compares the citations with the article; returns their number. */
async function checkCitations(model: Model, dataset: Dataset, article: string): Promise<number> {
  const problems = checkArticle(model, dataset, await readArticle(model, article), article);
  if (problems.length > 0) throw new BadDataError(problems);
  return [...dataset.entities, ...dataset.relations].flatMap(citationsWithPaths).length;
}
