import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** The official Neo4j image, used by the service and by the tests. */
export const neo4jImage = 'neo4j:5.26-community';

const responseTimeoutMs = 5_000;
const pullTimeoutMs = 600_000;

/** Why no Docker engine is available, as one sentence; undefined if an engine responds. */
export async function findEngineProblem(): Promise<string | undefined> {
  const result = await runDocker(['version', '--format', '{{.Server.Version}}'], responseTimeoutMs);
  return result.ok ? undefined : `no Docker engine responds (${result.reason})`;
}

/** Pulls an image unless the engine has it. Returns the reason if that fails; undefined if the image is available. */
export async function ensureImage(
  image: string,
  onPull: () => void,
  timeoutMs = pullTimeoutMs,
): Promise<string | undefined> {
  if (await hasImage(image)) return undefined;
  onPull();
  const pullResult = await runDocker(['pull', '--quiet', image], timeoutMs);
  return pullResult.ok ? undefined : `the Docker engine cannot pull ${image} (${pullResult.reason})`;
}

/** Whether the engine has an image, so that it need not pull it. */
export async function hasImage(image: string): Promise<boolean> {
  return (await runDocker(['image', 'inspect', image], responseTimeoutMs)).ok;
}

/** Disables Docker's own restart of a container, and resolves with a reason when it exits, also by `docker kill`. */
export async function waitForContainerExit(container: string): Promise<string> {
  await runDocker(['update', '--restart', 'no', container], responseTimeoutMs);
  // A separate process group, so that Ctrl-C in a terminal does not reach it.
  const waitProcess = spawn('docker', ['wait', container], { detached: true, stdio: 'ignore' });
  waitProcess.unref();
  return new Promise((resolve) => {
    waitProcess.on('exit', () => resolve('The Neo4j container has exited'));
    waitProcess.on('error', ({ message }) => resolve(`The Neo4j container cannot be watched (${message})`));
  });
}

/** The result of running a Docker program. */
export type CommandResult =
  { readonly ok: true; readonly output: string } | { readonly ok: false; readonly reason: string };

/** Runs a Docker program until it exits. Returns a failure instead of throwing it. */
export async function runProgram(program: string, args: readonly string[], timeout: number): Promise<CommandResult> {
  try {
    const { stdout } = await execFileAsync(program, [...args], { timeout, maxBuffer: 10_000_000 });
    return { ok: true, output: stdout.trim() };
  } catch (error) {
    return { ok: false, reason: failureReasonOf(error, program) };
  }
}

function runDocker(args: readonly string[], timeout: number): Promise<CommandResult> {
  return runProgram('docker', args, timeout);
}

function failureReasonOf(error: unknown, program: string): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return `"${program}" is not installed`;
  if ('killed' in error && error.killed === true) return 'it timed out';
  const errorOutput = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return errorOutput.split('\n').at(-1) || error.message.split('\n', 1)[0] || 'no reason given';
}
