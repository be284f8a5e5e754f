import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCommand } from '../setup/command-line.js';

/** The shells that `completion` supports. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell that `completion` supports. */
export type Shell = (typeof shells)[number];

/** Whether the shell is installed. */
export function isInstalled(shell: Shell): boolean {
  return (process.env['PATH'] ?? '').split(':').some((directory) => existsSync(join(directory, shell)));
}

for (const shell of shells) if (!isInstalled(shell)) console.info(`No ${shell} found: its completion is not tested.`);

/**
 * Returns what the shell offers at the end of the line, sorted. Shells differ in what they repeat of the line, so it
 * returns only the last part of a path, and only the value of `--name=value`.
 */
export async function completeIn(shell: Shell, script: string, line: string): Promise<string[]> {
  const command = runCommand(shell, argumentsFor[shell], { SCRIPT: script, LINE: line });
  await command.ended;
  const offers = command
    .output()
    .split(/\r?\n/)
    .map(
      (text) =>
        text
          .split('\t', 1)[0]
          ?.trim()
          .replace(/^--[\w-]+=/, '')
          .replace(/\/$/, '') ?? '',
    )
    .map((text) => basename(text));
  return [...new Set(offers.filter((text) => text !== ''))].sort();
}

const bash = `
. "$SCRIPT"
read -r -a COMP_WORDS <<<"\${LINE//=/ = }"
[ "\${LINE% }" = "$LINE" ] || COMP_WORDS+=('')
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
$(complete -p aigc-atlas | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
printf '%s\\n' "\${COMPREPLY[@]}"
`;

const fish = 'source $SCRIPT; complete -C $LINE';

/** Types the line and Tab in an interactive zsh, in which `compadd` prints what it is given. */
const zsh = `
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner 'stty -echo; PS1= RPS1=; unsetopt zle_bracketed_paste 2>/dev/null; autoload -Uz compinit; compinit -u -D
. "$SCRIPT"
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
  local -a hits
  builtin compadd -A hits "$@"
  (( $#hits )) && print -l -- \\<\${^hits}\\>
  builtin compadd "$@"
}
comppostfuncs=(finish)
finish() { print "<>"; exit }
bindkey "^I" complete-word
print "<re""ady>"'
zpty -r inner output '*<ready>*'
zpty -w -n inner "$LINE"$'\\t'
all=
while zpty -r inner output; do all+=$output; [[ $all == *'<>'* ]] && break; done
print -r -- "$all" | sed -n 's/.*<\\([^<>]*\\)>.*/\\1/p'
`;

const argumentsFor: Readonly<Record<Shell, readonly string[]>> = {
  bash: ['-c', bash],
  zsh: ['-f', '-c', zsh],
  fish: ['--no-config', '-c', fish],
};
