import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

const suffix = '.long.test.ts';

/** Lists the test files that only `npm run test:long` runs, sorted, without extension: `tests/http/chaos`. */
export function listLongTests(): string[] {
  return ['src', 'tests']
    .flatMap((directory) =>
      readdirSync(join(packageRoot, directory), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${directory}/${path}`,
      ),
    )
    .filter((path) => path.endsWith(suffix))
    .map((path) => path.slice(0, -suffix.length))
    .toSorted();
}
