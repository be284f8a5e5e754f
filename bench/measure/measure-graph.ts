import type { Arguments } from '../arguments.js';
import { makeGraph, type GraphName, type MadeGraph } from '../graph/make-graph.js';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import type { LocalOptions } from '../../src/launchers/local/local-needs.js';
import type { LaunchContext } from '../../src/launchers/launcher.js';
import { makeNeo4j } from '../neo4j/bench-neo4j.js';
import { startPostgres, type BenchPostgres } from '../postgres/bench-postgres.js';
import { loadPostgres } from '../postgres/load.js';
import { shareTable, table } from '../report/table.js';
import { startServer, type RunningServer } from '../servers/child.js';
import type { ServerName } from '../servers/server-name.js';
import { workItems } from '../work/items.js';
import type { World } from '../work/work-item.js';
import { ask } from './ask.js';
import { measureItem, type Arena, type Measured } from './measure-item.js';

/** The environment of a run: its options, its launch context, and its cleanup functions. */
export interface Surroundings {
  readonly options: LocalOptions;
  readonly context: LaunchContext;
  /** The cleanup functions, called in reverse order. */
  readonly stops: (() => Promise<void>)[];
}

/** Loads a graph, starts the servers on it, and measures all selected work items. */
export async function measureGraph(
  name: GraphName,
  args: Arguments,
  surroundings: Surroundings,
): Promise<Measured & { rowsPerSecond: number }> {
  const { context, stops } = surroundings;
  const made = await start(name, surroundings);
  const database = await openDatabase(made.neo4j.target);
  stops.push(() => database.close());
  const postgres = args.servers.includes('postgraphile') ? await startPeer(made, surroundings) : undefined;
  const servers = await startServers(args.servers, made, postgres, surroundings);
  const world = worldOf(name, made, database, servers);
  const databasePid = (server: RunningServer): number =>
    server.name === 'postgraphile' && postgres !== undefined ? postgres.pid : made.neo4j.pid;
  const arena: Arena = { graph: name, world, servers, databasePid, ...context };
  const all: Measured[] = [];
  for (const item of workItems.filter((one) => args.work.includes(one.name))) {
    context.say(`\n${item.title}, graph ${name}`);
    const measured = await measureItem(arena, item, args);
    for (const connections of args.connections) show(measured, connections, context.say);
    all.push(measured);
  }
  const figures = all.flatMap((one) => one.figures);
  return { figures, different: all.flatMap((one) => one.different), rowsPerSecond: made.rowsPerSecond };
}

async function start(name: GraphName, { options, context, stops }: Surroundings): Promise<MadeGraph> {
  const neo4j = await makeNeo4j(options, context);
  stops.push(() => neo4j.remove());
  return makeGraph(name, { ...neo4j, start: () => startNoted() }, context.say);

  async function startNoted() {
    const started = await neo4j.start();
    stops.push(() => started.stop());
    return started;
  }
}

async function startPeer(made: MadeGraph, { context, stops }: Surroundings): Promise<BenchPostgres | undefined> {
  if (made.shape === undefined) return undefined;
  const postgres = await startPostgres();
  if (postgres === undefined) {
    context.say('PostgreSQL is not installed, so PostGraphile is skipped.');
    return undefined;
  }
  stops.push(() => postgres.stop());
  await loadPostgres(postgres.connectionString, made.shape);
  return postgres;
}

async function startServers(
  names: readonly ServerName[],
  { neo4j }: MadeGraph,
  postgres: BenchPostgres | undefined,
  { stops }: Surroundings,
): Promise<RunningServer[]> {
  const servers: RunningServer[] = [];
  const databases = { neo4j: neo4j.target, ...(postgres === undefined ? {} : { postgres: postgres.connectionString }) };
  const ours = (): { ours?: string } => {
    const server = servers.find(({ name }) => name === 'ours-cached') ?? servers.find(({ name }) => name === 'ours');
    return server === undefined ? {} : { ours: server.url };
  };
  for (const name of names) {
    if (name === 'postgraphile' && postgres === undefined) continue;
    const server = await startServer(name, { ...databases, ...ours() });
    stops.push(() => server.stop());
    servers.push(server);
  }
  return servers;
}

function worldOf(
  graph: GraphName,
  { sample }: MadeGraph,
  database: Database,
  servers: readonly RunningServer[],
): World {
  return {
    graph,
    sample,
    async ask(name, request) {
      const server = servers.find((one) => one.name === name);
      const answer = server === undefined ? undefined : await ask(server, request);
      return answer !== undefined && 'data' in answer ? answer.data : undefined;
    },
    async read(text, parameters) {
      const rows = await database.read({ name: 'bench/read', text, parameters, timeoutMs: 120_000 });
      return rows.map((row) => Object.values(row)[0]);
    },
  };
}

function show({ figures, different }: Measured, connections: number, say: (line: string) => void): void {
  const shown = figures.filter((one) => one.connections === connections);
  if (shown.length === 0) return;
  say(`${connections === 1 ? '1 connection' : `${connections} connections`}\n${table(shown)}`);
  if (shareTable(shown) !== '') say(shareTable(shown));
  for (const line of different) say(`  DIFFERENT RESULTS: ${line}`);
}
