import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';
import { technicalRooms } from './rooms.js';

const files = projectFiles();
const concepts = files.flatMap((path) => /^schema\/([a-z]+)\.graphql$/.exec(path)?.[1] ?? []);

/** The folders of a layer, such as `http` in `src/http/etag.ts`. */
function foldersOf(layer: string): string[] {
  const inside = files.filter((path) => path.startsWith(`${layer}/`) && path.split('/').length > 2);
  return [...new Set(inside.map((path) => path.split('/')[1] ?? ''))];
}

describe('the folders:', () => {
  it.each(['cypher', 'src', 'tests'] as const)('every folder of %s/ is a known one', (layer) => {
    expect(foldersOf(layer).filter((folder) => !technicalRooms[layer].includes(folder))).toEqual([]);
  });

  it('none is named for a concept of the model', () => {
    const rooms = Object.values(technicalRooms).flat();
    expect(rooms.filter((room) => concepts.includes(room))).toEqual([]);
  });

  it('every folder of src/ is explained in ARCHITECTURE.md', () => {
    const page = readProjectFile('ARCHITECTURE.md');
    expect(technicalRooms.src.filter((room) => !page.includes(`\`src/${room}/\``))).toEqual([]);
  });
});

describe('the code', () => {
  const sources = files.filter((path) => /^(src|tests|scripts)\/.*\.ts$/.test(path));

  it('has no folder or file that is a drawer for anything', () => {
    expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc|index)(\.ts|\/)/.test(path))).toEqual([]);
  });

  it('keeps nine files of ten under 150 lines', () => {
    const lengths = sources.map((path) => readProjectFile(path).split('\n').length).toSorted((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150);
  });

  it('silences no rule without saying why', () => {
    const silent = /^(?=.*(eslint-disable|@ts-(expect-error|ignore)))(?!.* -- )/m;
    expect(
      sources.filter((path) => path !== 'tests/house/vocabulary.test.ts' && silent.test(readProjectFile(path))),
    ).toEqual([]);
  });
});
