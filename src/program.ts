import { once } from 'node:events';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { check } from './commands/check.js';
import { coverage } from './commands/coverage.js';
import { exitCodeOf, exitCodes, exitCodesHelp } from './commands/exit-code.js';
import { load } from './commands/load.js';
import type { ShellName } from './commands/completion/completion-script.js';
import type { StartOptions } from './commands/start.js';
import type { LoadOptions } from './dataset/load-dataset.js';
import { printJson } from './commands/print-json.js';
import { flushOutput, ignoreClosedOutput, stopSignal } from './commands/signals.js';
import { withNeo4j } from './commands/with-neo4j.js';
import { inspectConfig, readConfig, type Config } from './config.js';
import { AtlasError, describeFailure } from './errors.js';
import { keepHeapSmall } from './heap.js';
import { openDatabase } from './neo4j/database.js';
import { launchNeo4j } from './launchers/launch-neo4j.js';
import { launcherNames, type LaunchContext, type RunningNeo4j } from './launchers/launcher.js';
import { version } from './version.js';
import { showProgress, type OnProgress } from './shared/progress.js';

/** The flags of the commands. The first four take precedence over environment variables. */
interface Flags extends Pick<LoadOptions, 'dryRun' | 'adopt'> {
  readonly atlas?: string;
  /** The former name of `atlas`. */
  readonly model?: string;
  readonly neo4j?: string;
  readonly port?: string;
  readonly article?: string;
  readonly json?: boolean;
}

const abortSignal = stopSignal();
ignoreClosedOutput();

let isQuiet = false;
const printLine = (line: string): void => {
  if (!isQuiet) process.stdout.write(`${line}\n`);
};
const newProgress = (): OnProgress => (isQuiet ? () => undefined : showProgress(process.stdout));
const context: LaunchContext = { report: printLine, signal: abortSignal };
let printFailure = (error: unknown): void => void process.stderr.write(`${describeFailure(error)}\n`);

function configFrom(flags: Flags): Config {
  return readConfig(environmentFrom(flags));
}

function environmentFrom({ atlas, model = atlas, neo4j, port }: Flags): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(model === undefined ? {} : { ATLAS_DIR: model }),
    ...(neo4j === undefined ? {} : { ATLAS_NEO4J: neo4j }),
    ...(port === undefined ? {} : { PORT: port }),
  };
}

// `check` reads no other setting, so that an invalid one does not make it fail.
function atlasDirOf({ atlas, model = atlas }: Flags): string | undefined {
  return model ?? (process.env['ATLAS_DIR'] || undefined);
}

const program = new Command('aigc-atlas')
  .description('The AIGC industry as a knowledge graph, served as GraphQL.')
  .version(version, '--version', 'print the version')
  .option('--quiet', 'print only errors and the output of --json')
  .hook('preAction', () => {
    isQuiet = program.opts<{ readonly quiet?: boolean }>().quiet === true;
  })
  .addHelpText('after', exitCodesHelp)
  .showHelpAfterError()
  .enablePositionalOptions()
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

const neo4jOption = new Option(
  '--neo4j <launcher>',
  'which Neo4j to use; default: the first that is available',
).choices(launcherNames);

const atlasOption = new Option(
  '--atlas <dir>',
  'a directory with the model in schema/ and the data in data/; default: ATLAS_DIR, or the project itself',
).argParser(requireText);

const portOption = new Option('--port <number>', 'the port to listen on; default: PORT, or 4000').argParser(
  requireText,
);
const jsonOption = new Option('--json', 'print only the report, as one line of JSON');
const adoptOption = new Option('--adopt', 'take over a graph that an older release loaded without marking it');

program
  .command('start [dir]')
  .description('start Neo4j, load the graph and start the server')
  .addOption(neo4jOption)
  .addOption(atlasOption)
  .addOption(portOption)
  .option('--no-load', 'serve the data that is already loaded, and ignore the data files')
  .option('--force', 'replace the loaded data even if it is newer than the data files, or differs at the same version')
  .addOption(adoptOption)
  .action(async (dir: string | undefined, flags: Flags & Omit<StartOptions, 'dir' | 'onProgress'>) => {
    requireNoLoadAlone({ ...flags, dir });
    keepHeapSmall();
    // Importing the server's libraries takes half a second; the other commands do not need them.
    const [{ start }, { logFailure, logNodeMessages, openLog, progressReporter, statusLogger }] = await Promise.all([
      import('./commands/start.js'),
      import('./commands/log.js'),
    ]);
    printFailure = logFailure;
    const config = configFrom(flags);
    printFailure = (error) => logFailure(error, config.logFormat);
    const log = await openLog(config);
    logNodeMessages(log, printFailure);
    const status = isQuiet ? () => undefined : statusLogger(log);
    const onProgress = isQuiet ? () => undefined : progressReporter(status, config);
    const atlas = await start(config, { log, report: status, signal: abortSignal }, { ...flags, dir, onProgress });
    const reason = await Promise.race([atlas.ended, waitForStop()]);
    if (reason === undefined) status('Stopping');
    await atlas.stop();
    if (reason === undefined) status('Stopped');
    if (reason !== undefined) throw new AtlasError('DATABASE_UNAVAILABLE', `${reason}. Restart the server.`);
  });

program
  .command('load [dir]')
  .description('make the graph match the data files exactly')
  .option('--dry-run', 'only print what would be added, changed and removed, and what belongs to other applications')
  .addOption(adoptOption)
  .addOption(jsonOption)
  .addOption(atlasOption)
  .addOption(neo4jOption)
  .action(async (dir: string | undefined, flags: Flags) => {
    const { dryRun = false, adopt = false, json } = flags;
    const { atlasDir, neo4j: settings } = configFrom(flags);
    let neo4j: RunningNeo4j | undefined;
    const open = async () => {
      neo4j = await launchNeo4j(settings, { ...context, canShare: true });
      printLine(`Using ${neo4j.description}`);
      return openDatabase(neo4j.target);
    };
    const work = () =>
      load({ atlasDir, dir, dryRun, adopt, openDatabase: open, print: printLine, onProgress: newProgress() });
    try {
      const report = await runWithReport(json, work);
      if (dryRun && !report.unchanged) process.exitCode = exitCodes.wouldChange;
    } finally {
      await neo4j?.stop();
    }
  });

program
  .command('check [dir]')
  .description('validate the model and the data files')
  .addOption(atlasOption)
  .option('--article <file>', 'also check every citation against the article', requireText)
  .addOption(jsonOption)
  .action(async (dir: string | undefined, flags: Flags) => {
    const { article, json } = flags;
    await runWithReport(json, () => check({ atlasDir: atlasDirOf(flags), dir, article, print: printLine }));
  });

program
  .command('coverage [dir]')
  .description('list what the graph has of each paragraph of the article, and the names that it lacks')
  .addOption(atlasOption)
  .requiredOption('--article <file>', 'the article', requireText)
  .addOption(jsonOption)
  .action(async (dir: string | undefined, flags: Flags & { readonly article: string }) => {
    const { article, json } = flags;
    await runWithReport(json, () => coverage({ atlasDir: atlasDirOf(flags), dir, article, print: printLine }));
  });

program
  .command('with-neo4j <command...>')
  .description('run a command with NEO4J_URI set to a Neo4j that runs until the command ends')
  .addOption(neo4jOption)
  .passThroughOptions()
  .action(async (args: string[], flags: Flags) => {
    process.exitCode = await withNeo4j(configFrom(flags).neo4j, { argv: args, environment: process.env }, context);
  });

program
  .command('doctor [dir]')
  .description('check whether start would work, without changing or starting anything')
  .addOption(neo4jOption)
  .addOption(atlasOption)
  .addOption(portOption)
  .addOption(jsonOption)
  .action(async (dir: string | undefined, { json, ...flags }: Flags) => {
    const { doctor } = await import('./commands/doctor/doctor.js');
    const { config, error: configError } = inspectConfig(environmentFrom(flags));
    const usesStderr = isQuiet || json === true;
    const print = (lines: string, state?: string): void => {
      if (usesStderr && state === 'problem') process.stderr.write(`${lines}\n`);
      else printLine(lines);
    };
    const work = () => doctor({ config, configError, dir, signal: abortSignal, print });
    process.exitCode = (await runWithReport(json, work)).exitCode;
  });

program
  .command('completion')
  .description('print a script with which a shell completes the command line')
  .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
  .action(async (shell: ShellName) => {
    const { completionScript } = await import('./commands/completion/completion-script.js');
    process.stdout.write(completionScript(program, shell));
  });

for (const command of program.commands.filter(({ options }) => options.includes(atlasOption))) {
  const option = new Option('--model <dir>', 'the former name of --atlas').argParser(requireText);
  command.addOption(option.conflicts('atlas').hideHelp());
  command.registeredArguments[0]?.argParser(requireText);
}

/** Refuses an empty value, such as that of an unset variable of a shell: it would count as no option at all. */
function requireText(value: string): string {
  if (value !== '') return value;
  throw new InvalidArgumentError('Expected a value, found an empty text. Give a value, or leave it out.');
}

/** Refuses options of `start` that have no effect without a load. */
function requireNoLoadAlone({ load, force, adopt, dir }: StartOptions): void {
  const others = [force && '--force', adopt && '--adopt', dir !== undefined && `the directory "${dir}"`];
  const found = others.filter((name) => typeof name === 'string').join(' and ');
  if (load !== false || found === '') return;
  throw new AtlasError(
    'BAD_CONFIG',
    `Expected no option of a load with --no-load, found ${found}. Leave out --no-load to load data, or else the others.`,
  );
}

/** Runs a command; with `--json`, prints its report as JSON and nothing else. */
function runWithReport<T>(json: boolean | undefined, work: () => Promise<T>): Promise<T> {
  if (json !== true) return work();
  isQuiet = true;
  return printJson((line) => process.stdout.write(line), work);
}

async function waitForStop(): Promise<undefined> {
  if (!abortSignal.aborted) await once(abortSignal, 'abort');
}

try {
  await program.parseAsync();
  await flushOutput();
  process.exit();
} catch (error) {
  if (abortSignal.aborted) process.exit(130);
  // Commander has already printed its errors.
  if (!(error instanceof CommanderError)) printFailure(error);
  await flushOutput();
  process.exit(exitCodeOf(error));
}
