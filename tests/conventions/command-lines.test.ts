import { expect, it } from 'vitest';
import { runAtlas } from '../setup/command-line.js';
import { codeBlocksOf } from './markdown.js';
import { pages, readProjectFile } from './project-files.js';

const commandPattern = /(?:npx aigc-atlas|node dist\/main\.js|npm (start)(?: --)?)(?: ([\w=./ -]+))?$/gm;

/** The arguments of every `aigc-atlas` command in the pages, however it is invoked. */
const commands = pages()
  .flatMap((page) => codeBlocksOf(readProjectFile(page)).filter(({ language }) => language === 'sh'))
  .flatMap(({ text }) =>
    [...text.matchAll(commandPattern)].map(([, script = '', args = '']) => `${script} ${args}`.trim()),
  );

it.each([...new Set(commands)])('the program accepts the documented command line "%s"', async (args) => {
  // The program stops at its first unknown option, which must be the one appended here.
  const command = runAtlas([...args.split(' '), '--of-no-page']);
  expect(await command.ended).toBe(2);
  expect(command.errors()).toMatch(/^error: unknown option '--of-no-page'$/m);
});
