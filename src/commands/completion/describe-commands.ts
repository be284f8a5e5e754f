import type { Argument, Command, Option } from 'commander';

/** What a shell offers as the value of an argument or an option. */
export type ValueSource =
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'directories' | 'files' | 'programs' | 'nothing' };

/** An option in the terms of a shell. */
export interface CompletedOption {
  /** Its names, such as `-h` and `--help`. */
  readonly names: readonly string[];
  readonly description: string;
  /** What its value may be; undefined if it has none. */
  readonly value: ValueSource | undefined;
}

/** A command in the terms of a shell. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its only argument may be. */
  readonly argument: ValueSource;
}

/** The program in the terms of a shell. */
export interface CompletedProgram {
  readonly name: string;
  /** The options before the command. */
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
}

/** Describes the commands, options and values that the help shows; hidden ones are not offered. */
export function describeProgram(program: Command): CompletedProgram {
  const help = program.createHelp();
  return {
    name: program.name(),
    options: help.visibleOptions(program).map(describeOption),
    commands: help.visibleCommands(program).map((command) => describeCommand(command, program)),
  };
}

function describeCommand(command: Command, program: Command): CompletedCommand {
  const [argument] = command.registeredArguments;
  const choices = program.commands.map((other) => other.name());
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(describeOption),
    argument: command.name() === 'help' ? { kind: 'choices', choices } : sourceOf(argument, argument?.name() ?? ''),
  };
}

function describeOption(option: Option): CompletedOption {
  const placeholder = /[<[](.*)[>\]]/.exec(option.flags)?.[1];
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    description: option.description,
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
