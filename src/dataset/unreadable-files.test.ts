import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { problemsIn } from '../../tests/dataset/dataset-problems.js';
import { writeDataset } from '../../tests/dataset/small-dataset.js';
import { readDataset } from './read-dataset.js';

/** One file of each kind. Other files refer to them: citations to sections, relations to ends and corrections. */
const files = ['dataset', 'section', 'company', 'relation/develops'];
const isRoot = process.getuid?.() === 0;

/** Contents that replace a file, and the only problem that is then reported. */
const invalidContents: readonly (readonly [string, string | Buffer, string])[] = [
  ['a list that contains itself', '- &a [*a, *a]\n', '1: expected no alias, but the value itself, found the alias *a'],
  ['an alias', '- &a x\n- - *a\n', '2: expected no alias, but the value itself, found the alias *a'],
  ['an alias without an anchor', '- *nobody\n', '1: expected no alias, but the value itself, found the alias *nobody'],
  ['a tab', '- slug: x\n\tname: y\n', '2: expected indentation with spaces only, found a tab'],
  ['a tab behind a dash', '-\tslug: x\n', '1: expected indentation with spaces only, found a tab'],
  [
    'a merge conflict',
    '- a: 1\n<<<<<<< HEAD\n- b: 2\n=======\n- b: 3\n>>>>>>> other\n',
    '2: expected no unresolved merge conflict, found the conflict marker "<<<<<<< HEAD"',
  ],
  [
    'a partly resolved merge conflict',
    '- a: 1\n=======\n',
    '2: expected no unresolved merge conflict, found the conflict marker "======="',
  ],
  [
    'bytes of another encoding',
    Buffer.from('- a: b\n- c: caf\xe9\n', 'latin1'),
    '2: expected UTF-8, found invalid bytes',
  ],
  ['unclosed nested brackets', '['.repeat(5_000), '1: expected YAML, found values that are nested too deeply'],
  ['a JavaScript tag', '- !!js/function x\n', '1: expected YAML, found Unresolved tag: tag:yaml.org,2002:js/function'],
];

describe('readDataset reports a single problem for a data file with', () => {
  it.each(invalidContents)('%s', async (_, content, problem) => {
    const dir = await writeDataset();
    for (const file of files) {
      const path = join(dir, `${file}.yaml`);
      const before = await readFile(path);
      await writeFile(path, content);
      expect(await problemsIn(dir)).toEqual([`${file}.yaml:${problem}`]);
      await writeFile(path, before);
    }
  });
});

describe('readDataset reports a single problem for a data file that is', () => {
  it.each([
    ['missing', 'no file of this name', (path: string) => rm(path)],
    ['a directory', 'a directory', (path: string) => rm(path).then(() => mkdir(path))],
  ])('%s', async (_, found, change) => {
    const dir = await writeDataset();
    for (const file of files) {
      const path = join(dir, `${file}.yaml`);
      const before = await readFile(path);
      await change(path);
      expect(await problemsIn(dir)).toEqual([`${file}.yaml:1: expected a YAML file in UTF-8, found ${found}`]);
      await rm(path, { recursive: true, force: true });
      await writeFile(path, before);
    }
  });

  it.skipIf(isRoot)('not readable', async () => {
    const dir = await writeDataset();
    await chmod(join(dir, 'tool.yaml'), 0);
    expect(await problemsIn(dir)).toEqual([
      'tool.yaml:1: expected a YAML file in UTF-8, found a file that this user may not read',
    ]);
  });
});

describe('readDataset rejects a data directory that', () => {
  const expectRejection = (dir: string, found: string) =>
    expect(readDataset(projectModel(), dir)).rejects.toMatchObject({
      code: 'BAD_DATA',
      message: `Expected a directory of data files at ${dir}, found ${found}. Pass the directory that contains dataset.yaml.`,
    });

  it('is a file', async () => {
    await expectRejection(join(await writeDataset(), 'tool.yaml'), 'a file');
  });

  it('is inside a file', async () => {
    await expectRejection(join(await writeDataset(), 'tool.yaml', 'data'), 'nothing');
  });

  it('has no subdirectory for relations', async () => {
    const dir = await writeDataset();
    await rm(join(dir, 'relation'), { recursive: true });
    await expectRejection(join(dir, 'relation'), 'nothing');
  });

  it.skipIf(isRoot)('is not readable', async () => {
    const dir = await writeDataset();
    await chmod(dir, 0);
    await expectRejection(dir, 'a directory that this user may not read');
  });
});
