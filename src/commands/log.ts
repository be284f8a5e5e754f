import { pino, stdTimeFunctions, type Logger } from 'pino';
import type { Config, LogFormat } from '../config.js';
import { AtlasError, describeFailure } from '../errors.js';
import type { ReportLine } from '../launchers/launcher.js';
import { showProgress, type OnProgress } from '../shared/progress.js';
import { errorMessage } from '../shared/caught-error.js';

/** The settings of the log. */
type LogConfig = Pick<Config, 'logLevel' | 'logFormat'>;

const options = { timestamp: stdTimeFunctions.isoTime };

/** Opens the log of the server on standard output. */
export async function openLog({ logLevel, logFormat }: LogConfig): Promise<Logger> {
  const format = isHumanReadable(process.stdout, logFormat) ? await textFormat() : (line: string) => line;
  const write = (line: string): void => void process.stdout.write(format(line));
  return pino({ ...options, level: logLevel }, { write });
}

// The JSON format does not need the pretty-printer.
async function textFormat(): Promise<(line: string) => string> {
  const { prettyFactory } = await import('pino-pretty');
  return prettyFactory({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' });
}

/** Logs status lines of the server, regardless of LOG_LEVEL. */
export function statusLogger(log: Logger): ReportLine {
  const status = log.child({}, { level: 'info' });
  return (line) => status.info(line);
}

/** Shows progress as a bar on a terminal; otherwise logs a line at the end of each phase. */
export function progressReporter(logStatus: ReportLine, { logFormat }: LogConfig): OnProgress {
  if (process.stdout.isTTY && isHumanReadable(process.stdout, logFormat)) return showProgress(process.stdout);
  return showProgress({ write: (line) => logStatus(line.trimEnd()) });
}

/** Writes to standard error why the server ends or does not start; without `logFormat` if the settings are invalid. */
export function logFailure(error: unknown, logFormat?: LogFormat): void {
  if (isHumanReadable(process.stderr, logFormat)) {
    process.stderr.write(`${describeFailure(error)}\n`);
    return;
  }
  const log = pino(options, { write: (line: string) => void process.stderr.write(line) });
  log.fatal(error instanceof AtlasError ? { code: error.code } : { err: error }, errorMessage(error));
}

/** Logs the warnings and uncaught errors that Node.js would otherwise print itself. */
export function logNodeMessages(log: Logger, onFailure: (error: unknown) => void): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'Node.js warning'));
  process.on('uncaughtException', (error) => {
    onFailure(error);
    process.exit(1);
  });
}

function isHumanReadable({ isTTY }: { readonly isTTY?: boolean }, format: LogFormat | undefined): boolean {
  return format === undefined ? isTTY === true : format === 'text';
}
