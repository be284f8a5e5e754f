import { pino, stdTimeFunctions, type Logger } from 'pino';
import { prettyFactory } from 'pino-pretty';
import type { Config, LogFormat } from '../config.js';
import { AtlasError } from '../errors.js';
import type { Say } from '../launchers/launcher.js';
import { showProgress, type OnProgress } from '../shared/progress.js';

/** The settings of the log. */
type LogConfig = Pick<Config, 'logLevel' | 'logFormat'>;

const options = { timestamp: stdTimeFunctions.isoTime };

/** Opens the log of a server on standard output. */
export function openLog({ logLevel, logFormat }: LogConfig): Logger {
  const toText = prettyFactory({ translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' });
  const isText = isForPeople(process.stdout, logFormat);
  const write = (line: string): void => void process.stdout.write(isText ? toText(line) : line);
  return pino({ ...options, level: logLevel }, { write });
}

/** Logs lines that say how far a server is; they are printed whatever LOG_LEVEL is. */
export function statusOf(log: Logger): Say {
  const status = log.child({}, { level: 'info' });
  return (line) => status.info(line);
}

/** Shows progress as a bar on a terminal, and as a log line at the end of each phase elsewhere. */
export function progressOf(say: Say, { logFormat }: LogConfig): OnProgress {
  if (process.stdout.isTTY && isForPeople(process.stdout, logFormat)) return showProgress(process.stdout);
  return showProgress({ write: (line) => say(line.trimEnd()) });
}

/** Writes on standard error why a server ends, or does not start; the format is unknown where the settings are wrong. */
export function logFailure(error: unknown, logFormat?: LogFormat): void {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
  const isExpected = error instanceof AtlasError;
  if (isForPeople(process.stderr, logFormat)) {
    process.stderr.write(`${isExpected ? message : stack}\n`);
    return;
  }
  const log = pino(options, { write: (line: string) => void process.stderr.write(line) });
  log.fatal(isExpected ? { code: error.code } : { err: error }, message);
}

/** Logs what Node.js would print by itself: its warnings, and the error of ours that nothing has caught. */
export function logNodeMessages(log: Logger, onFailure: (error: unknown) => void): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'Node.js warns'));
  process.on('uncaughtException', (error) => {
    onFailure(error);
    process.exit(1);
  });
}

function isForPeople({ isTTY }: { readonly isTTY?: boolean }, format: LogFormat | undefined): boolean {
  return format === undefined ? isTTY === true : format === 'text';
}
