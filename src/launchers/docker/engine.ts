import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The image of the official Neo4j that both the running service and the tests use. */
export const neo4jImage = 'neo4j:5.26-community';

const answerMs = 5_000;
const pullMs = 600_000;

/** What Docker is missing, in one sentence; undefined when an engine answers. */
export async function missingEngine(): Promise<string | undefined> {
  const answer = await tryDocker(['version', '--format', '{{.Server.Version}}'], answerMs);
  return answer.ok ? undefined : `no Docker engine answers (${answer.reason})`;
}

/** Gets an image unless the engine has it; undefined when it is there, else why it cannot be had. */
export async function missingImage(image: string, onPull: () => void, timeoutMs = pullMs): Promise<string | undefined> {
  if ((await tryDocker(['image', 'inspect', image], answerMs)).ok) return undefined;
  onPull();
  const pull = await tryDocker(['pull', '--quiet', image], timeoutMs);
  return pull.ok ? undefined : `the Docker engine cannot get ${image} (${pull.reason})`;
}

/** Leaves the restart of a container to us, and resolves with the reason when it ends, also by `docker kill`. */
export async function whenContainerEnds(container: string): Promise<string> {
  await tryDocker(['update', '--restart', 'no', container], answerMs);
  // In a process group of its own, which Ctrl-C in a terminal leaves alone.
  const wait = spawn('docker', ['wait', container], { detached: true, stdio: 'ignore' });
  wait.unref();
  return new Promise((resolve) => {
    wait.on('exit', () => resolve('The container of Neo4j has ended'));
    wait.on('error', ({ message }) => resolve(`The container of Neo4j cannot be watched (${message})`));
  });
}

/** The outcome of one call of a Docker program. */
export type Answer = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly reason: string };

/** Runs a Docker program to its end; a failure is an answer too. */
export async function tryProgram(program: string, parameters: readonly string[], timeout: number): Promise<Answer> {
  try {
    const { stdout } = await run(program, [...parameters], { timeout, maxBuffer: 10_000_000 });
    return { ok: true, output: stdout.trim() };
  } catch (error) {
    return { ok: false, reason: reasonOf(error, program) };
  }
}

function tryDocker(parameters: readonly string[], timeout: number): Promise<Answer> {
  return tryProgram('docker', parameters, timeout);
}

function reasonOf(error: unknown, program: string): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return `"${program}" is not installed`;
  if ('killed' in error && error.killed === true) return 'it took too long';
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return said.split('\n').at(-1) || error.message.split('\n', 1)[0] || 'no reason given';
}
