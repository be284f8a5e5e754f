#!/usr/bin/env node
import { Command, Option } from 'commander';
import { check } from './commands/check.js';
import { load } from './commands/load.js';
import { withNeo4j } from './commands/with-neo4j.js';
import { readConfig, type Config } from './config.js';
import { AtlasError } from './errors.js';
import { keepHeapSmall } from './heap.js';
import { openDatabase } from './neo4j/database.js';
import { chooseNeo4j } from './neo4j/ways/choose.js';
import { ways, type RunningNeo4j } from './neo4j/ways/running.js';
import { showProgress } from './shared/progress.js';

/** The flags that go before the environment. */
interface Flags {
  readonly neo4j?: string;
  readonly port?: string;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Aborted by the first Ctrl-C, SIGTERM or closed terminal; the second ends the process at once. */
const stopping = new AbortController();
let stopAskedAt = 0;

// npm passes on the very Ctrl-C that the terminal sends to all: what comes so soon after the first is no second one.
const echoMs = 1_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) stopAskedAt = Date.now();
    else if (Date.now() - stopAskedAt > echoMs) process.exit(1);
    stopping.abort();
  });
}

function configFrom({ neo4j, port }: Flags): Config {
  return readConfig({
    ...process.env,
    ...(neo4j === undefined ? {} : { ATLAS_NEO4J: neo4j }),
    ...(port === undefined ? {} : { PORT: port }),
  });
}

const program = new Command('aigc-atlas')
  .description('The AIGC industry as a knowledge graph, served as GraphQL.')
  .showHelpAfterError()
  .enablePositionalOptions()
  .configureHelp({ showGlobalOptions: true });

const neo4jOption = new Option('--neo4j <way>', 'which Neo4j to use; default: the first that is possible').choices(
  ways,
);

program
  .command('start')
  .description('bring up Neo4j, the graph in it and the server')
  .addOption(neo4jOption)
  .option('--port <number>', 'the port to listen on; default: PORT, or 4000')
  .action(async (flags: Flags) => {
    keepHeapSmall();
    // The server's libraries take half a second to import, which the other commands can do without.
    const { start } = await import('./commands/start.js');
    const atlas = await start(configFrom(flags), { say, signal: stopping.signal });
    const reason = await Promise.race([atlas.ended, stopAsked()]);
    if (reason === undefined) say('Stopping');
    await atlas.stop();
    if (reason === undefined) say('Stopped');
    if (reason !== undefined) throw new AtlasError('DATABASE_UNAVAILABLE', `${reason}. Start again.`);
  });

program
  .command('load [dir]')
  .description('make the graph exactly what the data files say')
  .option('--dry-run', 'only print what would be added, changed and removed')
  .addOption(neo4jOption)
  .action(async (dir: string | undefined, flags: Flags & { readonly dryRun?: boolean }) => {
    let neo4j: RunningNeo4j | undefined;
    const open = async () => {
      neo4j = await chooseNeo4j(configFrom(flags).neo4j, say, stopping.signal);
      say(`Using ${neo4j.description}`);
      return openDatabase(neo4j.target);
    };
    try {
      await load({
        dir,
        dryRun: flags.dryRun === true,
        openDatabase: open,
        say,
        onProgress: showProgress(process.stdout),
      });
    } finally {
      await neo4j?.stop();
    }
  });

program
  .command('check [dir]')
  .description('validate the data files')
  .option('--article <file>', 'also check every citation against the article')
  .action((dir: string | undefined, { article }: { readonly article?: string }) => check({ dir, article, say }));

program
  .command('with-neo4j <command...>')
  .description('run a command with NEO4J_URI set to a Neo4j that is up as long as the command runs')
  .addOption(neo4jOption)
  .passThroughOptions()
  .action((words: string[], flags: Flags) =>
    withNeo4j(configFrom(flags).neo4j, { words, environment: process.env }, { say, signal: stopping.signal }),
  );

function stopAsked(): Promise<undefined> {
  return new Promise((resolve) => {
    if (stopping.signal.aborted) resolve(undefined);
    stopping.signal.addEventListener('abort', () => resolve(undefined));
  });
}

try {
  await program.parseAsync();
  process.exit(0);
} catch (error) {
  if (stopping.signal.aborted) process.exit(130);
  process.stderr.write(error instanceof AtlasError ? `${error.message}\n` : `${describeUnknown(error)}\n`);
  process.exit(1);
}

function describeUnknown(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
