import { BadDataError } from '../dataset/problem.js';
import { AtlasError } from '../errors.js';

/** Prints the report of a command, or the error that it throws, as one line of JSON; rethrows the error. */
export async function printJson<T>(write: (line: string) => unknown, run: () => Promise<T>): Promise<T> {
  try {
    const report = await run();
    write(`${JSON.stringify(report)}\n`);
    return report;
  } catch (error) {
    if (error instanceof AtlasError) write(`${JSON.stringify({ error: toErrorReport(error) })}\n`);
    throw error;
  }
}

function toErrorReport(error: AtlasError): object {
  const { code, message } = error;
  return { code, message, ...(error instanceof BadDataError && { problems: error.problems }) };
}
