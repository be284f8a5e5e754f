import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Model } from '../../model/model.js';
import { gapsFile, readDataFile } from '../data-files.js';
import { BadDataError, problemAt, type Problem } from '../problem.js';
import { toProblems } from '../schema-problems.js';
import { getDataValidators } from '../schemas.js';
import type { YamlFile } from '../yaml-file.js';
import type { Gap } from './coverage.js';

/** The accepted gaps of a data directory, and the file that lists them, for messages. */
export interface Gaps {
  readonly gaps: readonly Gap[];
  readonly file?: YamlFile;
}

/**
 * Reads the file of accepted gaps; none if there is no such file.
 *
 * @throws BAD_DATA with all problems in it.
 */
export async function readGaps(model: Model, dir: string): Promise<Gaps> {
  const hasFile = await access(join(dir, `${gapsFile}.yaml`)).then(
    () => true,
    () => false,
  );
  if (!hasFile) return { gaps: [] };
  const file = await readDataFile(resolve(dir), dir, gapsFile);
  if (file.problems.length > 0) throw new BadDataError(file.problems);
  const validate = getDataValidators(model).getFileValidator(gapsFile);
  const isValid = (value: unknown): value is readonly Gap[] => validate(value);
  if (isValid(file.value)) return { gaps: file.value, file };
  throw new BadDataError(toProblems({ id: 'Gaps', source: file.sourceAt([]) }, validate.errors ?? []));
}

/** Reports a gap that is not, or no longer, in the article. */
export function findUnusedGaps({ gaps, file }: Gaps, used: ReadonlySet<Gap>): Problem[] {
  if (file === undefined) return [];
  return gaps.flatMap((gap, index) =>
    used.has(gap)
      ? []
      : [
          problemAt(
            { id: gap.term, source: file.sourceAt([index]) },
            ['term'],
            'a term in a paragraph of its citations',
            'none',
          ),
        ],
  );
}
