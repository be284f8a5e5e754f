import { readFile } from 'node:fs/promises';
import { parseArticle, type Article } from '../dataset/article/article.js';
import { AtlasError } from '../errors.js';
import type { Model } from '../model/model.js';
import { errorMessage } from '../shared/caught-error.js';

/**
 * Reads the article for a command.
 *
 * @throws BAD_DATA if the model has no sections, to which citations refer, or if the file cannot be read.
 */
export async function readArticle({ sections }: Model, file: string): Promise<Article> {
  if (sections === undefined) {
    throw new AtlasError(
      'BAD_DATA',
      `A model with sections was expected for --article ${file}, because citations refer to them; found none. Omit --article.`,
    );
  }
  try {
    return parseArticle(await readFile(file, 'utf8'));
  } catch (error) {
    throw new AtlasError(
      'BAD_DATA',
      `The article was expected at ${file}, which cannot be read (${errorMessage(error)}). Correct --article.`,
    );
  }
}
