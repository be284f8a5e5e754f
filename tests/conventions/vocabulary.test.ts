import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';
import { allowedDirectories } from './allowed-directories.js';

const files = projectFiles();
const concepts = files.flatMap((path) => /^schema\/([a-z]+)\.graphql$/.exec(path)?.[1] ?? []);

/** The subdirectories of a top-level directory, such as `http` in `src/http/etag.ts`. */
function directoriesOf(root: string): string[] {
  const nestedFiles = files.filter((path) => path.startsWith(`${root}/`) && path.split('/').length > 2);
  return [...new Set(nestedFiles.map((path) => path.split('/')[1] ?? ''))];
}

describe('the directories:', () => {
  it.each(['cypher', 'src', 'tests'] as const)('every directory of %s/ is an allowed one', (root) => {
    expect(directoriesOf(root).filter((directory) => !allowedDirectories[root].includes(directory))).toEqual([]);
  });

  it('none is named after a concept of the model', () => {
    const directories = Object.values(allowedDirectories).flat();
    expect(directories.filter((directory) => concepts.includes(directory))).toEqual([]);
  });

  it('every directory of src/ is explained in ARCHITECTURE.md', () => {
    const page = readProjectFile('ARCHITECTURE.md');
    expect(allowedDirectories.src.filter((directory) => !page.includes(`\`src/${directory}/\``))).toEqual([]);
  });
});

describe('the code', () => {
  const sources = files.filter((path) => /^(src|tests|scripts)\/.*\.ts$/.test(path));

  it('has no catch-all directories or files, such as utils', () => {
    expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc|index)(\.ts|\/)/.test(path))).toEqual([]);
  });

  it('keeps 90 % of its files below 150 lines', () => {
    const lengths = sources.map((path) => readProjectFile(path).split('\n').length).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150);
  });

  it('disables no lint or type rule without a reason', () => {
    const unexplained = /^(?=.*(eslint-disable|@ts-(expect-error|ignore)))(?!.* -- )/m;
    expect(
      sources.filter(
        (path) => path !== 'tests/conventions/vocabulary.test.ts' && unexplained.test(readProjectFile(path)),
      ),
    ).toEqual([]);
  });
});
