import { Command, Option } from 'commander';
import { expect, it } from 'vitest';
import { completionScript } from './completion-script.js';
import { describeProgram } from './describe-commands.js';

function createProgram(): Command {
  const program = new Command('my-tool').helpOption(false).helpCommand(false);
  program
    .command('run [dir]')
    .description("run the user's tool")
    .helpOption(false)
    .addOption(new Option('-l, --level <level>', 'how much').choices(['low', 'high']))
    .addOption(new Option('--input <file>', 'what to read'))
    .addOption(new Option('--count <number>', 'how often'))
    .addOption(new Option('--dry', 'only print'))
    .addOption(new Option('--old-name <dir>', 'another name').hideHelp());
  program.command('secret', { hidden: true });
  return program;
}

it('commands are described with their visible options and the values of these', () => {
  expect(describeProgram(createProgram())).toEqual({
    name: 'my-tool',
    options: [],
    commands: [
      {
        name: 'run',
        description: "run the user's tool",
        argument: { kind: 'directories' },
        options: [
          {
            names: ['-l', '--level'],
            description: 'how much',
            value: { kind: 'choices', choices: ['low', 'high'] },
          },
          { names: ['--input'], description: 'what to read', value: { kind: 'files' } },
          { names: ['--count'], description: 'how often', value: { kind: 'nothing' } },
          { names: ['--dry'], description: 'only print', value: undefined },
        ],
      },
    ],
  });
});

it.each(['bash', 'zsh', 'fish'] as const)('the script for %s has no hidden command or option', (shell) => {
  const script = completionScript(createProgram(), shell);
  expect(script).toContain('level');
  expect(script).not.toMatch(/secret|old-name/);
});
