import { describe, expect, it } from 'vitest';
import { projectFiles, readProjectFile } from './project-files.js';

const binary = /\.(png|webp|ico|woff2?|gz)$/;
const texts = projectFiles()
  .filter((path) => !binary.test(path))
  .map((path) => ({ path, text: readProjectFile(path) }));

describe('no file of the project', () => {
  it('contains an absolute path of one machine', () => {
    const directories = ['work', 'root', 'tmp', 'Users', 'farm', 'home/[a-z]+'].join('|');
    const pathPattern = new RegExp(`(^|[^\\w.~})-])/(${directories})/[\\w.-]`, 'm');
    expect(texts.filter(({ text }) => pathPattern.test(text)).map(({ path: file }) => file)).toEqual([]);
  });

  it('names a package registry, which is a setting of the machine', () => {
    const packages = texts.filter(({ path }) =>
      /(^|\/)(package(-lock)?\.json|\.npmrc|pom\.xml|Dockerfile)$/.test(path),
    );
    const filesWithRegistry = packages.filter(({ text }) =>
      /"resolved":|^registry|<repository>|--registry/m.test(text),
    );
    expect(filesWithRegistry.map(({ path }) => path)).toEqual([]);
  });
});
