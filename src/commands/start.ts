import type { Config } from '../config.js';
import type { Model } from '../model/model.js';
import type { ReportLine } from '../launchers/launcher.js';
import { WorkerPool } from './workers/worker-pool.js';
import type { OnProgress } from '../shared/progress.js';
import { openAtlas } from './atlas.js';
import { Neo4jSupervisor } from './neo4j-supervisor.js';
import { addressOf, requireFreePort } from './port.js';
import { openDataFiles, provideGraph, type StartContext } from './provide-graph.js';
import { serve, type RunningServer } from './serve.js';

/** A running server, with its Neo4j if `start` launched one. */
export interface RunningAtlas {
  /** Resolves with the reason when the server gives up on its Neo4j. */
  readonly ended: Promise<string>;
  /** Stops everything, in the reverse order of starting. */
  stop(): Promise<void>;
}

/** Options of `start` for loading the data. */
export interface StartOptions {
  /** The directory of data files; default: the project's own. */
  readonly dir?: string | undefined;
  /** Whether to load the data files; default true. If false, the server uses the graph that was loaded before. */
  readonly load?: boolean | undefined;
  /** Whether to replace data of a newer version, or different data of the same version; default false. */
  readonly force?: boolean | undefined;
  /** Whether to adopt unmarked data that an older release has loaded; default false. */
  readonly adopt?: boolean;
  /** Called with the progress of the load; default: none. */
  readonly onProgress?: OnProgress;
}

type Cleanup = () => Promise<unknown>;

/** Starts Neo4j, loads the graph and starts the server, and logs each step; if a step fails, stops everything. */
export async function start(
  config: Config,
  context: StartContext,
  { dir, load = true, force = false, ...options }: StartOptions = {},
): Promise<RunningAtlas> {
  const cleanups: Cleanup[] = [];
  const stop = (): Promise<void> => runInReverse(cleanups.splice(0));
  try {
    await requireFreePort(config.host, config.port);
    const { model, dataDir } = openAtlas({ atlasDir: config.atlasDir, dir });
    const files = load ? await openDataFiles(model, dataDir) : undefined;
    const pool = config.workers > 1 ? new WorkerPool(config, context) : undefined;
    const supervisor = new Neo4jSupervisor(config.neo4j, context, async (database, neo4j) => {
      await provideGraph(database, { model, files, options: { ...options, requiresUpgrade: !force } }, context);
      pool?.connect(neo4j);
    });
    cleanups.push(() => supervisor.stop());
    // While Neo4j is down, at least invalid data files can be reported.
    if (!(await supervisor.open())) await files?.read();
    const neo4jRestarts = (): number => supervisor.restartCount;
    const parts = { database: supervisor.database, logger: context.log, model, neo4jRestarts };
    const server = await (pool ? pool.start(neo4jRestarts) : serve(config, parts));
    cleanups.push(() => server.stop());
    reportServer(server, addressOf(server.port, config), model, context.report);
    return { ended: supervisor.ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function runInReverse(cleanups: readonly Cleanup[]): Promise<void> {
  for (const cleanup of cleanups.toReversed()) await cleanup();
}

function reportServer({ ready }: RunningServer, address: string, model: Model, report: ReportLine): void {
  report(`Listening at ${address}`);
  void ready.then((isReady) => isReady && greetingLines(address, model).forEach(report));
}

function greetingLines(address: string, { name, types: [first] }: Model): string[] {
  const list = first?.fields.find((field) => field.kind === 'related' && field.isList);
  const related = list ? `${list.name} { nodes { name } }` : 'degree';
  const query = first ? `{ ${first.listField} { nodes { name ${related} } } }` : '{ dataset { title } }';
  return [
    `${name.en} is up: ${address}/ is the explorer, ${address}/graphql the API and, in a browser, the playground`,
    `A query to try: curl -s '${address}/graphql' -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    'Press Ctrl-C to stop everything that was started',
  ];
}
