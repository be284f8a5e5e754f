import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** A program with the output of its version command, or the reason why it is not available. */
export type ToolResult = { readonly program: string; readonly version: string } | { readonly missing: string };

const minJavaVersion = 17;

/** The variables that `env` sets for Java. In the POSIX locale, Java cannot open files with non-ASCII names. */
export const javaLocale = ['LC_ALL=C.UTF-8'];

/** Finds Java 17 or newer, in the given Java home or else on the path. */
export async function findJava(javaHome?: string): Promise<ToolResult> {
  const program = javaHome === undefined ? 'java' : join(javaHome, 'bin', 'java');
  const output = await runVersionCommand(program, '-version');
  const majorVersion = parseJavaMajor(output ?? '');
  if (output === undefined || majorVersion === undefined)
    return { missing: `Java ${minJavaVersion} or newer was not found (tried "${program}")` };
  if (majorVersion < minJavaVersion)
    return { missing: `Java ${minJavaVersion} or newer is needed, but "${program}" is ${majorVersion}` };
  return { program, version: output.trim() };
}

/** Finds Maven on the path. */
export async function findMaven(): Promise<ToolResult> {
  const output = await runVersionCommand('mvn', '-v');
  return output === undefined
    ? { missing: 'Maven was not found (tried "mvn")' }
    : { program: 'mvn', version: output.trim() };
}

/** Parses the major version from the output of `java -version`: 17 of `17.0.15`, 8 of `1.8.0_392`. */
export function parseJavaMajor(output: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  if (first === undefined) return undefined;
  return first === '1' ? Number(second) : Number(first);
}

async function runVersionCommand(program: string, flag: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await execFileAsync('/usr/bin/env', [...javaLocale, program, flag], { timeout: 20_000 });
    return stdout + stderr;
  } catch {
    return undefined;
  }
}

/** The path of a program that a shell would run; the name itself if it is not found. */
export async function findProgramPath(program: string): Promise<string> {
  try {
    const { stdout } = await execFileAsync('/bin/sh', ['-c', 'command -v "$0"', program]);
    return stdout.trim();
  } catch {
    return program;
  }
}
