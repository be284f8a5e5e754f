import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';

const binary = /\.(png|webp|ico|woff2?|gz)$/;
const texts = projectFiles()
  .filter((path) => !binary.test(path))
  .map((path) => ({ path, text: readProjectFile(path) }));

describe('no file of the project', () => {
  it('contains an absolute path of one machine', () => {
    const folders = ['work', 'root', 'tmp', 'Users', 'farm', 'home/[a-z]+'].join('|');
    const path = new RegExp(`(^|[^\\w.~})-])/(${folders})/[\\w.-]`, 'm');
    expect(texts.filter(({ text }) => path.test(text)).map(({ path: file }) => file)).toEqual([]);
  });

  it('names a package registry, which is a setting of the machine', () => {
    const packages = texts.filter(({ path }) =>
      /(^|\/)(package(-lock)?\.json|\.npmrc|pom\.xml|Dockerfile)$/.test(path),
    );
    const named = packages.filter(({ text }) => /"resolved":|^registry|<repository>|--registry/m.test(text));
    expect(named.map(({ path }) => path)).toEqual([]);
  });
});
