import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectModel } from '../model/project-model.js';
import { complaintsOf } from '../../tests/dataset/complaints.js';
import { writeDataset } from '../../tests/dataset/data-folder.js';
import { readDataset } from './read-dataset.js';

/** A file of each kind, with what others say of it: citations name sections, relations their ends and each other. */
const files = ['dataset', 'section', 'company', 'relation/develops'];
const isRoot = process.getuid?.() === 0;

/** Text instead of a file's own, and the one thing that is then said of it. */
const mistakes: readonly (readonly [string, string | Buffer, string])[] = [
  [
    'a list that holds itself',
    '- &a [*a, *a]\n',
    '1: expected each value written out where it belongs, found the alias *a',
  ],
  ['an alias', '- &a x\n- - *a\n', '2: expected each value written out where it belongs, found the alias *a'],
  [
    'an alias of nothing',
    '- *nobody\n',
    '1: expected each value written out where it belongs, found the alias *nobody',
  ],
  ['a tab', '- slug: x\n\tname: y\n', '2: expected only spaces in front of what a line says, found a tab'],
  ['a tab behind a dash', '-\tslug: x\n', '1: expected only spaces in front of what a line says, found a tab'],
  [
    'a conflict',
    '- a: 1\n<<<<<<< HEAD\n- b: 2\n=======\n- b: 3\n>>>>>>> other\n',
    '2: expected one side of what git could not merge, found the conflict marker "<<<<<<< HEAD"',
  ],
  [
    'a conflict that was edited in part',
    '- a: 1\n=======\n',
    '2: expected one side of what git could not merge, found the conflict marker "======="',
  ],
  [
    'bytes of another encoding',
    Buffer.from('- a: b\n- c: caf\xe9\n', 'latin1'),
    '2: expected UTF-8, found other bytes',
  ],
  ['brackets without end', '['.repeat(5_000), '1: expected YAML, found lists that lie too deep within each other'],
  ['a program', '- !!js/function x\n', '1: expected YAML, found Unresolved tag: tag:yaml.org,2002:js/function'],
];

describe('one thing is said of a data file, that has', () => {
  it.each(mistakes)('%s', async (_, mistake, said) => {
    const dir = await writeDataset();
    for (const file of files) {
      const path = join(dir, `${file}.yaml`);
      const before = await readFile(path);
      await writeFile(path, mistake);
      expect(await complaintsOf(dir)).toEqual([`${file}.yaml:${said}`]);
      await writeFile(path, before);
    }
  });
});

describe('one thing is said of a data file, that is', () => {
  it.each([
    ['gone', 'nothing of this name', (path: string) => rm(path)],
    ['a folder', 'a folder', (path: string) => rm(path).then(() => mkdir(path))],
  ])('%s', async (_, found, change) => {
    const dir = await writeDataset();
    for (const file of files) {
      const path = join(dir, `${file}.yaml`);
      const before = await readFile(path);
      await change(path);
      expect(await complaintsOf(dir)).toEqual([`${file}.yaml:1: expected a YAML file in UTF-8, found ${found}`]);
      await rm(path, { recursive: true, force: true });
      await writeFile(path, before);
    }
  });

  it.skipIf(isRoot)('not ours to read', async () => {
    const dir = await writeDataset();
    await chmod(join(dir, 'tool.yaml'), 0);
    expect(await complaintsOf(dir)).toEqual([
      'tool.yaml:1: expected a YAML file in UTF-8, found a file that this user may not read',
    ]);
  });
});

describe('the folder of data files is refused in one sentence when it', () => {
  const refused = (dir: string, found: string) =>
    expect(readDataset(projectModel(), dir)).rejects.toMatchObject({
      code: 'BAD_DATA',
      message: `A folder of data files was expected at ${dir}, but ${found}. Name the folder that holds dataset.yaml.`,
    });

  it('is a file', async () => {
    await refused(join(await writeDataset(), 'tool.yaml'), 'it is a file');
  });

  it('lies in a file', async () => {
    await refused(join(await writeDataset(), 'tool.yaml', 'data'), 'there is none');
  });

  it('has no folder for the relations', async () => {
    const dir = await writeDataset();
    await rm(join(dir, 'relation'), { recursive: true });
    await refused(join(dir, 'relation'), 'there is none');
  });

  it.skipIf(isRoot)('is not ours to read', async () => {
    const dir = await writeDataset();
    await chmod(dir, 0);
    await refused(dir, 'this user may not read it');
  });
});
