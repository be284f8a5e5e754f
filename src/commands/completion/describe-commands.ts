import type { Argument, Command, Option } from 'commander';

/** What a shell offers as the value of an argument or an option. */
export type ValueSource =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'directories' | 'files' | 'programs' | 'nothing' };

/** The program in the terms of a shell, with the options before the command. */
export type CompletedProgram = ReturnType<typeof describeProgram>;

/** A command in the terms of a shell, with what its only argument may be. */
export type CompletedCommand = ReturnType<typeof describeCommand>;

/** An option in the terms of a shell. */
export type CompletedOption = ReturnType<typeof describeOption>;

/** Describes the commands, options and values that the help shows; hidden ones are not offered. */
export function describeProgram(program: Command) {
  const help = program.createHelp();
  return {
    name: program.name(),
    options: help.visibleOptions(program).map(describeOption),
    commands: help.visibleCommands(program).map((command) => describeCommand(command, program)),
  };
}

function describeCommand(command: Command, program: Command) {
  const [argument] = command.registeredArguments;
  const commandNames: ValueSource = { kind: 'choices', choices: program.commands.map((other) => other.name()) };
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(describeOption),
    argument: command.name() === 'help' ? commandNames : sourceOf(argument, argument?.name() ?? ''),
  };
}

function describeOption(option: Option) {
  const placeholder = /[<[](.*)[>\]]/.exec(option.flags)?.[1];
  return {
    /** Its names, such as `-h` and `--help`. */
    names: [option.short, option.long].filter((name) => name !== undefined),
    description: option.description,
    /** What its value may be; undefined if it has none. */
    value: placeholder === undefined ? undefined : sourceOf(option, placeholder),
  };
}

/** The placeholder in the help, such as `<dir>`, tells which paths are expected. */
function sourceOf(item: Argument | Option | undefined, placeholder: string): ValueSource {
  if (item?.argChoices !== undefined) return { kind: 'choices', choices: item.argChoices };
  if (placeholder === 'dir') return { kind: 'directories' };
  if (placeholder === 'file') return { kind: 'files' };
  return { kind: placeholder.startsWith('command') ? 'programs' : 'nothing' };
}
