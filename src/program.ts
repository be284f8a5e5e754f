import { Command, CommanderError, Option } from 'commander';
import { check } from './commands/check.js';
import { exitCodeOf, exitCodes, exitCodesHelp } from './commands/exit-code.js';
import { load } from './commands/load.js';
import type { StartOptions } from './commands/start.js';
import type { LoadOptions } from './dataset/load-dataset.js';
import { printJson } from './commands/print-json.js';
import { outliveReaders, stopSignal } from './commands/signals.js';
import { withNeo4j } from './commands/with-neo4j.js';
import { readConfig, type Config } from './config.js';
import { AtlasError, describeFailure } from './errors.js';
import { keepHeapSmall } from './heap.js';
import { openDatabase } from './neo4j/database.js';
import { launchNeo4j } from './launchers/launch-neo4j.js';
import { launcherNames, type RunningNeo4j } from './launchers/launcher.js';
import { version } from './version.js';
import { showProgress, type OnProgress } from './shared/progress.js';

/** The flags of `load`. */
interface LoadFlags extends Pick<LoadOptions, 'dryRun' | 'adopt'> {
  readonly json?: boolean;
}

/** The flags of `check`. */
interface CheckFlags {
  readonly article?: string;
  readonly json?: boolean;
}

/** The flags that go before the environment. */
interface Flags {
  readonly model?: string;
  readonly neo4j?: string;
  readonly port?: string;
}

const stopping = stopSignal();
outliveReaders();

let isQuiet = false;
const say = (line: string): void => {
  if (!isQuiet) process.stdout.write(`${line}\n`);
};
const progress = (): OnProgress => (isQuiet ? () => undefined : showProgress(process.stdout));
const context = { say, signal: stopping };
let printFailure = (error: unknown): void => void process.stderr.write(`${describeFailure(error)}\n`);

function configFrom({ model, neo4j, port }: Flags): Config {
  return readConfig({
    ...process.env,
    ...(model === undefined ? {} : { ATLAS_DIR: model }),
    ...(neo4j === undefined ? {} : { ATLAS_NEO4J: neo4j }),
    ...(port === undefined ? {} : { PORT: port }),
  });
}

// `check` needs no other setting, so that none of the others can be wrong.
function atlasDirOf({ model }: Pick<Flags, 'model'>): string | undefined {
  return model ?? (process.env['ATLAS_DIR'] || undefined);
}

const program = new Command('aigc-atlas')
  .description('The AIGC industry as a knowledge graph, served as GraphQL.')
  .version(version, '--version', 'print the version')
  .option('--quiet', 'print nothing but errors and what was asked for with --json')
  .hook('preAction', () => {
    isQuiet = program.opts<{ readonly quiet?: boolean }>().quiet === true;
  })
  .addHelpText('after', exitCodesHelp)
  .showHelpAfterError()
  .enablePositionalOptions()
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

const neo4jOption = new Option('--neo4j <way>', 'which Neo4j to use; default: the first that is possible').choices(
  launcherNames,
);

const modelOption = new Option(
  '--model <dir>',
  'a folder with the model in schema/ and the data in data/; default: ATLAS_DIR, or the project itself',
);

const jsonOption = new Option('--json', 'print what it did, or would do, as one line of JSON and nothing else');
const adoptOption = new Option('--adopt', 'take over a graph that an older release has loaded, which marked nothing');

program
  .command('start [dir]')
  .description('bring up Neo4j, the graph in it and the server')
  .addOption(neo4jOption)
  .addOption(modelOption)
  .option('--port <number>', 'the port to listen on; default: PORT, or 4000')
  .option('--no-load', 'serve what has been loaded before, whatever the data files say')
  .option('--force', 'replace also data that are newer than the data files, or others of their version')
  .addOption(adoptOption)
  .action(async (dir: string | undefined, flags: Flags & Omit<StartOptions, 'dir' | 'onProgress'>) => {
    keepHeapSmall();
    // The server's libraries take half a second to import, which the other commands can do without.
    const [{ start }, { logFailure, logNodeMessages, openLog, progressOf, statusOf }] = await Promise.all([
      import('./commands/start.js'),
      import('./commands/log.js'),
    ]);
    printFailure = logFailure;
    const config = configFrom(flags);
    printFailure = (error) => logFailure(error, config.logFormat);
    const log = await openLog(config);
    logNodeMessages(log, printFailure);
    const status = isQuiet ? () => undefined : statusOf(log);
    const onProgress = isQuiet ? () => undefined : progressOf(status, config);
    const atlas = await start(config, { log, say: status, signal: stopping }, { ...flags, dir, onProgress });
    const reason = await Promise.race([atlas.ended, stopAsked()]);
    if (reason === undefined) status('Stopping');
    await atlas.stop();
    if (reason === undefined) status('Stopped');
    if (reason !== undefined) throw new AtlasError('DATABASE_UNAVAILABLE', `${reason}. Start again.`);
  });

program
  .command('load [dir]')
  .description('make the graph exactly what the data files say')
  .option('--dry-run', 'only print what would be added, changed and removed, and what belongs to others')
  .addOption(adoptOption)
  .addOption(jsonOption)
  .addOption(modelOption)
  .addOption(neo4jOption)
  .action(async (dir: string | undefined, flags: Flags & LoadFlags) => {
    const { dryRun = false, adopt = false, json } = flags;
    const { atlasDir, neo4j: settings } = configFrom(flags);
    let neo4j: RunningNeo4j | undefined;
    const open = async () => {
      neo4j = await launchNeo4j(settings, { ...context, canShare: true });
      say(`Using ${neo4j.description}`);
      return openDatabase(neo4j.target);
    };
    const work = () => load({ atlasDir, dir, dryRun, adopt, openDatabase: open, say, onProgress: progress() });
    try {
      const report = await inForm(json, work);
      if (dryRun && !report.unchanged) process.exitCode = exitCodes.wouldChange;
    } finally {
      await neo4j?.stop();
    }
  });

program
  .command('check [dir]')
  .description('validate the model and the data files')
  .addOption(modelOption)
  .option('--article <file>', 'also check every citation against the article')
  .addOption(jsonOption)
  .action(async (dir: string | undefined, flags: Pick<Flags, 'model'> & CheckFlags) => {
    const { article, json } = flags;
    await inForm(json, () => check({ atlasDir: atlasDirOf(flags), dir, article, say }));
  });

program
  .command('with-neo4j <command...>')
  .description('run a command with NEO4J_URI set to a Neo4j that is up as long as the command runs')
  .addOption(neo4jOption)
  .passThroughOptions()
  .action(async (words: string[], flags: Flags) => {
    process.exitCode = await withNeo4j(configFrom(flags).neo4j, { words, environment: process.env }, context);
  });

/** Runs a command whose report is printed as JSON alone where that is asked for. */
function inForm<T>(json: boolean | undefined, work: () => Promise<T>): Promise<T> {
  if (json !== true) return work();
  isQuiet = true;
  return printJson((line) => process.stdout.write(line), work);
}

function stopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    if (stopping.aborted) resolve(undefined);
    stopping.addEventListener('abort', () => resolve(undefined));
  });
}

try {
  await program.parseAsync();
  process.exit();
} catch (error) {
  if (stopping.aborted) process.exit(130);
  // Commander has told already what it ends for.
  if (!(error instanceof CommanderError)) printFailure(error);
  process.exit(exitCodeOf(error));
}
