import type { Command } from 'commander';
import { bashScript } from './bash.js';
import { describeProgram } from './describe-commands.js';
import { fishScript } from './fish.js';
import { zshScript } from './zsh.js';

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** A shell whose completion is supported. */
export type ShellName = keyof typeof scripts;

/** The script that makes a shell complete the program's command line. */
export function completionScript(program: Command, shell: ShellName): string {
  return scripts[shell](describeProgram(program));
}
