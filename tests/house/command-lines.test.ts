import { expect, it } from 'vitest';
import { atlas } from '../setup/command-line.js';
import { samplesOf } from './fenced.js';
import { projectFiles, readProjectFile } from './project-files.js';

const pages = projectFiles().filter((path) => /^(docs\/)?[^/]+\.md$/.test(path));
const ours = /(?:npx aigc-atlas|node dist\/main\.js|npm (start)(?: --)?)(?: ([\w=./ -]+))?$/gm;

/** The words after `aigc-atlas` of every command of ours that the pages show, whichever way it is called. */
const commands = pages
  .flatMap((page) => samplesOf(readProjectFile(page)).filter(({ language }) => language === 'sh'))
  .flatMap(({ text }) => [...text.matchAll(ours)].map(([, script = '', words = '']) => `${script} ${words}`.trim()));

it.each([...new Set(commands)])('The program knows the command line "%s" of a page', async (words) => {
  // It goes no further than to the first flag that it does not know: the one that no page has.
  const command = atlas([...words.split(' '), '--of-no-page']);
  expect(await command.ended).toBe(2);
  expect(command.errors()).toMatch(/^error: unknown option '--of-no-page'$/m);
});

it('The pages name only scripts that package.json has', () => {
  const { scripts } = JSON.parse(readProjectFile('package.json')) as { scripts: Record<string, string> };
  const samples = pages.flatMap((page) => samplesOf(readProjectFile(page)));
  const named = samples.flatMap(({ text }) => [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
