import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { packageRoot } from '../../src/paths.js';

/** A command that was started as a person would start it, and what it has printed so far. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Everything on standard output. */
  readonly output: () => string;
  /** Everything on standard error. */
  readonly errors: () => string;
  /** Resolves with the exit code, or with the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Waits until the output matches; fails with all that was printed when the command ends instead. */
  waitFor(pattern: RegExp): Promise<RegExpMatchArray>;
}

type Environment = Readonly<Record<string, string>>;

/** Where a server that was started answers, once it has said that it is up. */
export async function addressOf(server: RunningCommand): Promise<string> {
  const [, address = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
  return address;
}

/** Runs `aigc-atlas` as `npm run build` has left it, with none of our own settings in its environment. */
export function atlas(words: readonly string[], environment: Environment = {}): RunningCommand {
  return runCommand(process.execPath, [join(packageRoot, 'dist', 'main.js'), ...words], environment);
}

/** Runs a program in the project's folder, in a process group of its own as a terminal would. */
export function runCommand(program: string, words: readonly string[], environment: Environment): RunningCommand {
  const child = spawn(program, words, {
    cwd: packageRoot,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited(), ...environment },
  });
  const printed = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => (printed.output += String(chunk)));
  child.stderr.on('data', (chunk) => (printed.errors += String(chunk)));
  const ended = once(child, 'close').then(([code, signal]) => (typeof code === 'number' ? code : String(signal)));
  const command = { child, output: () => printed.output, errors: () => printed.errors, ended };
  return { ...command, waitFor: (pattern) => waitFor(command, pattern) };
}

/** The messages of printed lines: of a JSON log line its own, of another line all of it. */
export function messagesOf(printed: string): string {
  const lines = printed.split('\n').map((line) => (line.startsWith('{') ? messageOf(line) : line));
  return lines.join('\n');
}

function messageOf(line: string): string {
  const { msg } = JSON.parse(line) as { readonly msg: string }; // as pino writes it
  return msg;
}

async function waitFor(command: Omit<RunningCommand, 'waitFor'>, pattern: RegExp): Promise<RegExpMatchArray> {
  for (;;) {
    const match = pattern.exec(command.output());
    if (match !== null) return match;
    if (command.child.exitCode !== null || command.child.signalCode !== null) {
      throw new Error(`Ended before printing ${String(pattern)}:\n${command.output()}\n${command.errors()}`);
    }
    await delay(50);
  }
}

function inherited(): Record<string, string | undefined> {
  const ours = /^(NEO4J_|ATLAS_|PORT$|HOST$|LOG_LEVEL$|npm_|NODE_ENV$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}
