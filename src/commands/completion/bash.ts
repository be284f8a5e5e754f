import type { CompletedCommand, CompletedOption, CompletedProgram, ValueSource } from './describe-commands.js';

/** The completion script for bash; it needs no other package. */
export function bashScript({ name, options, commands }: CompletedProgram): string {
  const functionName = `_${name.replaceAll('-', '_')}`;
  return `# Completion of ${name} for bash.
${functionName}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= word
  local IFS=$'\\n'
  # Bash splits --name=value into three words.
  case $current in =) current= ;; esac
  case $previous in =) previous=\${COMP_WORDS[COMP_CWORD-2]} ;; esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      -*) ;;
      *) command=$word; break ;;
    esac
  done
  COMPREPLY=()
  case $command in
    '')
      COMPREPLY=($(compgen -W ${quoteWords([...namesOf(options), ...commands.map((command) => command.name)])} -- "$current"))
      ;;
${commands.map(commandCase).join('\n')}
  esac
}
complete -o filenames -F ${functionName} ${name}
`;
}

function commandCase({ name, options, argument }: CompletedCommand): string {
  const valueCases = options.flatMap(({ names, value }) =>
    value === undefined ? [] : [`        ${names.join('|')}) ${generate(value)}; return ;;`],
  );
  return `    ${name})
      case $previous in
${[...valueCases, '        *) ;;'].join('\n')}
      esac
      case $current in
        -*) COMPREPLY=($(compgen -W ${quoteWords(namesOf(options))} -- "$current")) ;;
        *) ${generate(argument)} ;;
      esac
      ;;`;
}

function generate(source: ValueSource): string {
  switch (source.kind) {
    case 'choices':
      return `COMPREPLY=($(compgen -W ${quoteWords(source.choices)} -- "$current"))`;
    case 'directories':
      return 'COMPREPLY=($(compgen -d -- "$current"))';
    case 'files':
      return 'COMPREPLY=($(compgen -f -- "$current"))';
    case 'programs':
      return 'COMPREPLY=($(compgen -c -- "$current"))';
    case 'nothing':
      return ':';
  }
}

function namesOf(options: readonly CompletedOption[]): string[] {
  return options.flatMap(({ names }) => names);
}

/** Quotes words for `compgen -W`, which splits them at line breaks. */
function quoteWords(words: readonly string[]): string {
  return `$'${words.join('\\n')}'`;
}
