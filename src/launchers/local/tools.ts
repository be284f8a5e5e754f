import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program with the output of its version command, or the reason why it is not available. */
export type Found = { readonly program: string; readonly version: string } | { readonly missing: string };

const oldestJava = 17;

/** The variables that `env` sets for Java. In the POSIX locale, Java cannot open files with non-ASCII names. */
export const javaLocale = ['LC_ALL=C.UTF-8'];

/** Finds Java 17 or newer, in the given Java home or else on the path. */
export async function findJava(javaHome?: string): Promise<Found> {
  const program = javaHome === undefined ? 'java' : join(javaHome, 'bin', 'java');
  const answer = await ask(program, '-version');
  const major = javaMajor(answer ?? '');
  if (answer === undefined || major === undefined)
    return { missing: `Java ${oldestJava} or newer was not found (tried "${program}")` };
  if (major < oldestJava) return { missing: `Java ${oldestJava} or newer is needed, but "${program}" is ${major}` };
  return { program, version: answer.trim() };
}

/** Finds Maven on the path. */
export async function findMaven(): Promise<Found> {
  const answer = await ask('mvn', '-v');
  return answer === undefined
    ? { missing: 'Maven was not found (tried "mvn")' }
    : { program: 'mvn', version: answer.trim() };
}

/** Parses the major version from the output of `java -version`: 17 of `17.0.15`, 8 of `1.8.0_392`. */
export function javaMajor(answer: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(answer) ?? [];
  if (first === undefined) return undefined;
  return first === '1' ? Number(second) : Number(first);
}

async function ask(program: string, question: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await run('/usr/bin/env', [...javaLocale, program, question], { timeout: 20_000 });
    return stdout + stderr;
  } catch {
    return undefined;
  }
}
