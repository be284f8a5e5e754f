import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { packageRoot } from '../../src/paths.js';

/** A child process and its output so far. */
export interface RunningCommand {
  readonly child: ChildProcess;
  /** Returns the standard output so far. */
  readonly output: () => string;
  /** Returns the standard error output so far. */
  readonly errors: () => string;
  /** Resolves with the exit code, or with the name of the signal that ended the process. */
  readonly ended: Promise<number | string>;
  /** Waits until the standard output matches; throws with the output if the process ends first. */
  waitFor(pattern: RegExp): Promise<RegExpMatchArray>;
}

type Environment = Readonly<Record<string, string>>;

/** Waits until a server has started, and returns its base URL. */
export async function waitForAddress(server: RunningCommand): Promise<string> {
  const [, address = ''] = await server.waitFor(/(http:\/\/localhost:\d+)\/graphql[^]*Ctrl-C/);
  return address;
}

/** Runs the built `aigc-atlas` without the settings of the test process's environment. */
export function runAtlas(args: readonly string[], environment: Environment = {}): RunningCommand {
  return runCommand(process.execPath, [join(packageRoot, 'dist', 'main.js'), ...args], environment);
}

/** Runs a program in a directory, by default the project, in its own process group as a shell does. */
export function runCommand(
  program: string,
  args: readonly string[],
  environment: Environment,
  directory = packageRoot,
): RunningCommand {
  const child = spawn(program, args, {
    cwd: directory,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inheritedEnvironment(), ...environment },
  });
  const streams = { output: '', errors: '' };
  child.stdout.on('data', (chunk) => (streams.output += String(chunk)));
  child.stderr.on('data', (chunk) => (streams.errors += String(chunk)));
  const ended = once(child, 'close').then(([code, signal]) => (typeof code === 'number' ? code : String(signal)));
  const command = { child, output: () => streams.output, errors: () => streams.errors, ended };
  return { ...command, waitFor: (pattern) => waitFor(command, pattern) };
}

/** Replaces each JSON log line of an output by its message; keeps other lines. */
export function messagesOf(text: string): string {
  const lines = text.split('\n').map((line) => (line.startsWith('{') ? messageOf(line) : line));
  return lines.join('\n');
}

function messageOf(line: string): string {
  const { msg } = JSON.parse(line) as { readonly msg: string }; // pino's format
  return msg;
}

async function waitFor(command: Omit<RunningCommand, 'waitFor'>, pattern: RegExp): Promise<RegExpMatchArray> {
  for (;;) {
    const match = pattern.exec(command.output());
    if (match !== null) return match;
    if (command.child.exitCode !== null || command.child.signalCode !== null) {
      throw new Error(
        `The process ended before it printed ${String(pattern)}:\n${command.output()}\n${command.errors()}`,
      );
    }
    await delay(50);
  }
}

function inheritedEnvironment(): Record<string, string | undefined> {
  const settingPattern = /^(NEO4J_|ATLAS_|PORT$|HOST$|LOG_LEVEL$|npm_|NODE_ENV$|VITEST)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !settingPattern.test(name)));
}
