import type { CompletedOption, CompletedProgram, ValueSource } from './describe-commands.js';

/** The completion script for fish. */
export function fishScript({ name, options, commands }: CompletedProgram): string {
  const start = `complete -c ${name}`;
  const lines = [
    `# Completion of ${name} for fish.`,
    `${start} -f`,
    ...options.map((option) => `${start} -n __fish_use_subcommand ${describeOption(option)}`),
    ...commands.flatMap((command) => {
      const condition = `-n ${quote(`__fish_seen_subcommand_from ${command.name}`)}`;
      const argument = valueFlags(command.argument);
      return [
        `${start} -n __fish_use_subcommand -a ${command.name} -d ${quote(command.description)}`,
        ...command.options.map((option) => `${start} ${condition} ${describeOption(option)}`),
        ...(argument === '-x' ? [] : [`${start} ${condition} ${argument.replace(/^-[rx] /, '')}`]),
      ];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

function describeOption({ names, description, value }: CompletedOption): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [...flags, ...(value === undefined ? [] : [valueFlags(value)]), `-d ${quote(description)}`].join(' ');
}

/** The flags that require a value and offer some: `-x` offers no files, `-r` does. */
function valueFlags(source: ValueSource): string {
  switch (source.kind) {
    case 'choices':
      return `-x -a ${quote(source.choices.join(' '))}`;
    case 'directories':
      return `-x -a ${quote('(__fish_complete_directories (commandline -ct))')}`;
    case 'files':
      return '-r -F';
    case 'programs':
      return `-x -a ${quote('(__fish_complete_command)')}`;
    case 'nothing':
      return '-x';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
}
