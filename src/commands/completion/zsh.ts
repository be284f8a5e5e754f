import type { CompletedCommand, CompletedOption, CompletedProgram, ValueSource } from './describe-commands.js';

/** The completion script for zsh; it works sourced, and as the file `_aigc-atlas` in a directory of `fpath`. */
export function zshScript({ name, options, commands }: CompletedProgram): string {
  const functionName = `_${name}`;
  const commandList = commands.map((command) => `    ${quote(`${command.name}:${command.description}`)}`);
  return `#compdef ${name}
${functionName}() {
  local curcontext=$curcontext state line
  typeset -A opt_args
  local -a subcommands=(
${commandList.join('\n')}
  )
  _arguments -C ${[...options.map(describeOption), "'1: :->command'", "'*:: :->arguments'"].join(' ')} && return
  case $state in
    command) _describe command subcommands ;;
    arguments)
      case $words[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}
if [ "$funcstack[1]" = ${functionName} ]; then ${functionName} "$@"; else compdef ${functionName} ${name}; fi
`;
}

function commandCase({ name, options, argument }: CompletedCommand): string {
  const rest = argument.kind === 'programs' ? " '*:: :_normal'" : '';
  const position = `'(-)1:argument:${actionOf(argument)}'${rest}`;
  return `        ${name}) _arguments -S ${[...options.map(describeOption), position].join(' ')} ;;`;
}

/** Formats an option as a specification of `_arguments`; its names exclude each other. */
function describeOption({ names, description, value }: CompletedOption): string {
  const text = `[${description.replaceAll(/[[\]:\\]/g, '\\$&')}]`;
  const action = value === undefined ? '' : `:value:${actionOf(value)}`;
  // With "=", the value may be the next word or follow after "=".
  const suffix = value === undefined ? '' : '=';
  return names.map((name) => quote(`(${names.join(' ')})${name}${suffix}${text}${action}`)).join(' ');
}

function actionOf(source: ValueSource): string {
  switch (source.kind) {
    case 'choices':
      return `(${source.choices.join(' ')})`;
    case 'directories':
      return '_path_files -/'; // `_files -/` offers all files if no directory matches
    case 'files':
      return '_files';
    case 'programs':
      return ' _command_names -e'; // the space keeps other arguments out
    case 'nothing':
      return ' ';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
