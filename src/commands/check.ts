import { readFile } from 'node:fs/promises';
import { parseArticle } from '../dataset/article/article.js';
import { articleProblems } from '../dataset/article/check-article.js';
import { badData } from '../dataset/problem.js';
import { readDataset } from '../dataset/read-dataset.js';
import { AtlasError } from '../errors.js';
import { defaultDataDir } from './data-dir.js';

/** What `check` works with. */
export interface CheckCommand {
  /** The folder of data files; default: the project's own. */
  readonly dir?: string | undefined;
  /** The article's file; default: the citations are not compared with the article. */
  readonly article?: string | undefined;
  /** Prints one line. */
  readonly say: (line: string) => void;
}

/** Checks the data files, and with the article that each citation leads to a paragraph that names what cites it. */
export async function check({ dir = defaultDataDir(), article, say }: CheckCommand): Promise<void> {
  const dataset = await readDataset(dir);
  const counts = `${dataset.entities.length} entities and ${dataset.relations.length} relations`;
  if (article === undefined) {
    say(`${counts} in ${dir}: no problem found.`);
    return;
  }
  const problems = articleProblems(dataset, parseArticle(await readArticle(article)), article);
  if (problems.length > 0) throw badData(problems);
  const records = [...dataset.entities, ...dataset.relations];
  const citations = records.flatMap(({ fields }) => fields.citations ?? []).length;
  say(`${counts} in ${dir}: no problem found, and ${citations} citations name what they should in ${article}.`);
}

async function readArticle(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AtlasError(
      'BAD_DATA',
      `The article was expected at ${file}, but cannot be read (${reason}). Correct --article.`,
    );
  }
}
