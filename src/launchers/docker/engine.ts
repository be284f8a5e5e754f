import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The official Neo4j image, used by the service and by the tests. */
export const neo4jImage = 'neo4j:5.26-community';

const answerMs = 5_000;
const pullMs = 600_000;

/** Why no Docker engine is available, as one sentence; undefined if an engine responds. */
export async function missingEngine(): Promise<string | undefined> {
  const answer = await tryDocker(['version', '--format', '{{.Server.Version}}'], answerMs);
  return answer.ok ? undefined : `no Docker engine responds (${answer.reason})`;
}

/** Pulls an image unless the engine has it. Returns the reason if that fails; undefined if the image is available. */
export async function missingImage(image: string, onPull: () => void, timeoutMs = pullMs): Promise<string | undefined> {
  if ((await tryDocker(['image', 'inspect', image], answerMs)).ok) return undefined;
  onPull();
  const pull = await tryDocker(['pull', '--quiet', image], timeoutMs);
  return pull.ok ? undefined : `the Docker engine cannot pull ${image} (${pull.reason})`;
}

/** Disables Docker's own restart of a container, and resolves with a reason when it exits, also by `docker kill`. */
export async function whenContainerEnds(container: string): Promise<string> {
  await tryDocker(['update', '--restart', 'no', container], answerMs);
  // A separate process group, so that Ctrl-C in a terminal does not reach it.
  const wait = spawn('docker', ['wait', container], { detached: true, stdio: 'ignore' });
  wait.unref();
  return new Promise((resolve) => {
    wait.on('exit', () => resolve('The Neo4j container has exited'));
    wait.on('error', ({ message }) => resolve(`The Neo4j container cannot be watched (${message})`));
  });
}

/** The result of running a Docker program. */
export type Answer = { readonly ok: true; readonly output: string } | { readonly ok: false; readonly reason: string };

/** Runs a Docker program until it exits. Returns a failure instead of throwing it. */
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
  if ('killed' in error && error.killed === true) return 'it timed out';
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return said.split('\n').at(-1) || error.message.split('\n', 1)[0] || 'no reason given';
}
