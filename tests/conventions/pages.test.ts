import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentedSettings, fillConfiguration, readSettings } from '../../scripts/configuration-page.js';
import { drawPicture } from '../../scripts/picture.js';
import { packageRoot } from '../../src/paths.js';
import { articleDataset } from '../setup/article-dataset.js';
import { anchorsOf, codeBlocksOf, headingsOf, linksOf } from './markdown.js';
import { pages, readProjectFile } from './project-files.js';

const remedy = 'Run `npm run document` and commit the changed files.';

describe('README.md', () => {
  const readme = readProjectFile('README.md');

  it('has at most 150 lines', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  });

  it('shows how to start the server and how to run the tests', () => {
    const commands = codeBlocksOf(readme).map(({ text }) => text.trim());
    expect(commands).toEqual(expect.arrayContaining(['npm ci && npm start', 'npm ci && npm test']));
  });

  it('has the same headings, code blocks and links in Chinese', () => {
    const chinese = readProjectFile('README.zh-CN.md');
    const shapeOf = (page: string) => ({
      headingLevels: headingsOf(page).map(({ level }) => level),
      codeBlocks: codeBlocksOf(page),
      links: linksOf(page).filter((link) => !link.startsWith('README')),
      lists: page.split('\n').filter((line) => /^(- |\d\. |\| )/.test(line)).length,
    });
    expect(shapeOf(chinese)).toEqual(shapeOf(readme));
    const untranslated = headingsOf(readme).filter(({ text }, index) => index > 0 && chinese.includes(`# ${text}\n`));
    expect(untranslated).toEqual([]);
  });
});

describe('the generated documentation', () => {
  it('has the settings of the code in docs/configuration.md', () => {
    const page = readProjectFile('docs/configuration.md');
    expect(page, remedy).toBe(fillConfiguration(page));
  });

  it('has a doc comment for exactly the settings that the code reads', () => {
    const documented = documentedSettings().map(({ name }) => name);
    expect(documented.toSorted()).toEqual(readSettings().toSorted());
  });

  it('shows the types of the current data in docs/graph.svg', () => {
    expect(readProjectFile('docs/graph.svg'), remedy).toBe(drawPicture(articleDataset));
  });
});

describe.each(pages())('%s', (page) => {
  const text = readProjectFile(page);

  it('links to existing files and headings only', () => {
    const broken = linksOf(text)
      .filter((link) => !link.includes('://'))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const path = file === '' ? page : normalize(join(dirname(page), file));
        if (!existsSync(join(packageRoot, path))) return true;
        return anchor !== undefined && !anchorsOf(readProjectFile(path)).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names existing files and directories only', () => {
    const named = text.matchAll(/`((?:src|cypher|schema|tests|data|scripts|operations|api|docs)\/[\w./-]*)`/g);
    const missing = [...named].map(([, path = '']) => path).filter((path) => !existsSync(join(packageRoot, path)));
    expect(missing).toEqual([]);
  });

  it('names existing scripts and commands only', () => {
    const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };
    const calls = [...text.matchAll(/(?<=^|`|&& )npm (run )?([a-z]+(?::[a-z\d]+)?)/gm)];
    const isKnown = ([, run, name = '']: readonly string[]): boolean =>
      name in scripts || (run === undefined && ['ci', 'install', 'pack', 'publish'].includes(name));
    expect(calls.filter((call) => !isKnown(call))).toEqual([]);
    const commands = [...text.matchAll(/aigc-atlas ([a-z][a-z\d-]+)/g)].map(([, name = '']) => name);
    const program = readProjectFile('src/program.ts');
    expect(commands.filter((name) => !program.includes(`.command('${name}`))).toEqual([]);
  });
});
