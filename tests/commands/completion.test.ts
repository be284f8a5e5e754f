import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/paths.js';
import { runAtlas, runCommand } from '../setup/command-line.js';
import { createTemporaryDirectory } from '../setup/temporary-directory.js';
import { codeBlocksOf } from '../conventions/markdown.js';
import { readProjectFile } from '../conventions/project-files.js';
import { completeIn, isInstalled, shells, type Shell } from './complete-in-shell.js';

const directory = createTemporaryDirectory();
const scriptOf = (shell: Shell): string => join(directory, `completion.${shell}`);

beforeAll(async () => {
  await symlink(join(packageRoot, 'dist', 'main.js'), join(directory, 'aigc-atlas'));
  for (const shell of shells) {
    const command = runAtlas(['completion', shell]);
    expect(await command.ended).toBe(0);
    await writeFile(scriptOf(shell), command.output());
  }
});

describe.each(shells)('the completion script for %s', (shell) => {
  const complete = (line: string): Promise<string[]> => completeIn(shell, scriptOf(shell), line);

  it.skipIf(!isInstalled(shell))('offers every command that the help lists', async () => {
    const help = runAtlas(['--help']);
    await help.ended;
    const [, list = ''] = /^Commands:\n((?: {2}.*\n)+)/m.exec(help.output()) ?? [];
    const names = [...list.matchAll(/^ {2}([\w-]+)/gm)].map(([, name = '']) => name);
    expect(names).toContain('start');
    expect(await complete('aigc-atlas ')).toEqual(expect.arrayContaining(names));
    expect(await complete('aigc-atlas --quiet sta')).toEqual(['start']);
  });

  it.skipIf(!isInstalled(shell))('offers the options of a command', async () => {
    expect(await complete('aigc-atlas load --')).toEqual(
      expect.arrayContaining(['--adopt', '--dry-run', '--help', '--json', '--neo4j']),
    );
    expect(await complete('aigc-atlas load --dry')).toEqual(['--dry-run']);
    expect(await complete('aigc-atlas check --dry')).toEqual([]);
  });

  it.skipIf(!isInstalled(shell))('offers the launchers and the shells', async () => {
    expect(await complete('aigc-atlas start --neo4j ')).toEqual(['docker', 'local', 'uri']);
    expect(await complete('aigc-atlas start --neo4j lo')).toEqual(['local']);
    expect(await complete('aigc-atlas start --neo4j=lo')).toEqual(['local']);
    expect(await complete('aigc-atlas completion ')).toEqual([...shells].sort());
  });

  it.skipIf(!isInstalled(shell))('offers only directories as data, and all files as the article', async () => {
    expect(await complete('aigc-atlas check sch')).toEqual(['schema']);
    expect(await complete('aigc-atlas check tests/comm')).toEqual(['commands']);
    expect(await complete('aigc-atlas check READ')).toEqual([]);
    expect(await complete('aigc-atlas coverage --article README.z')).toEqual(['README.zh-CN.md']);
    expect(await complete('aigc-atlas start --port ')).toEqual([]);
  });

  it.skipIf(!isInstalled(shell))('offers programs to run with a Neo4j', async () => {
    expect(await complete('aigc-atlas with-neo4j printe')).toContain('printenv');
  });
});

describe('the documented line', () => {
  const lines = codeBlocksOf(readProjectFile('docs/operations.md'))
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.includes('aigc-atlas completion'));
  const checks: Readonly<Record<Shell, string>> = {
    bash: 'complete -p aigc-atlas',
    zsh: 'print $_comps[aigc-atlas]',
    fish: 'complete -c aigc-atlas',
  };

  it.each(shells.filter(isInstalled))('for %s makes it complete the program', async (shell) => {
    const line = lines.find((candidate) => candidate.includes(`completion ${shell}`)) ?? 'false';
    const setup = shell === 'zsh' ? 'autoload -Uz compinit; compinit -u -D; ' : '';
    const path = `${directory}:${process.env['PATH'] ?? ''}`;
    const command = runCommand(shell, ['-c', `${setup}${line.replace(/#.*/, '')}\n${checks[shell]}`], { PATH: path });
    expect(await command.ended, command.errors()).toBe(0);
    expect(command.output()).toContain('aigc');
  });
});
