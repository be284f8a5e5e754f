import type { Arguments } from '../arguments.js';
import { loadGraph, type GraphName, type LoadedGraph } from '../graph/load-graph.js';
import { openDatabase, type Database } from '../../src/neo4j/database.js';
import type { LaunchContext } from '../../src/launchers/launcher.js';
import { createNeo4j, type BenchOptions } from '../neo4j/bench-neo4j.js';
import { startPostgres, type BenchPostgres } from '../postgres/bench-postgres.js';
import { loadPostgres } from '../postgres/load.js';
import { formatShareTable, formatTable } from '../report/table.js';
import { startServer, type RunningServer } from '../servers/child.js';
import type { ServerName } from '../servers/server-name.js';
import { workItems } from '../work/items.js';
import type { CaseContext } from '../work/work-item.js';
import { sendRequest } from './send-request.js';
import { measureItem, type MeasureContext, type Measurement } from './measure-item.js';

/** The environment of a run: its options, its launch context, and its cleanup functions. */
export interface RunEnvironment {
  readonly options: BenchOptions;
  readonly context: LaunchContext;
  /** The cleanup functions, called in reverse order. */
  readonly cleanups: (() => Promise<void>)[];
}

/** Loads a graph, starts the servers on it, and measures all selected work items. */
export async function measureGraph(
  name: GraphName,
  args: Arguments,
  environment: RunEnvironment,
): Promise<Measurement & { rowsPerSecond: number }> {
  const { context, cleanups: cleanups } = environment;
  const graph = await startGraph(name, environment);
  const database = await openDatabase(graph.neo4j.target);
  cleanups.push(() => database.close());
  const postgres = args.servers.includes('postgraphile') ? await startPostgresPeer(graph, environment) : undefined;
  const servers = await startServers(args.servers, graph, postgres, environment);
  const caseContext = createCaseContext(name, graph, database, servers);
  const databasePid = (server: RunningServer): number =>
    server.name === 'postgraphile' && postgres !== undefined ? postgres.pid : graph.neo4j.pid;
  const measureContext: MeasureContext = { graph: name, caseContext, servers, databasePid, ...context };
  const itemResults: Measurement[] = [];
  for (const item of workItems.filter((candidate) => args.work.includes(candidate.name))) {
    context.report(`\n${item.title}, graph ${name}`);
    const measured = await measureItem(measureContext, item, args);
    for (const connections of args.connections) printResults(measured, connections, context.report);
    itemResults.push(measured);
  }
  const figures = itemResults.flatMap((candidate) => candidate.figures);
  return {
    figures,
    differences: itemResults.flatMap((candidate) => candidate.differences),
    rowsPerSecond: graph.rowsPerSecond,
  };
}

async function startGraph(
  name: GraphName,
  { options, context, cleanups: cleanups }: RunEnvironment,
): Promise<LoadedGraph> {
  const neo4j = await createNeo4j(options, context);
  cleanups.push(() => neo4j.remove());
  return loadGraph(name, { ...neo4j, start: () => startWithCleanup() }, context.report);

  async function startWithCleanup() {
    const started = await neo4j.start();
    cleanups.push(() => started.stop());
    return started;
  }
}

async function startPostgresPeer(
  graph: LoadedGraph,
  { context, cleanups: cleanups }: RunEnvironment,
): Promise<BenchPostgres | undefined> {
  if (graph.shape === undefined) return undefined;
  const postgres = await startPostgres();
  if (postgres === undefined) {
    context.report('PostgreSQL is not installed, so PostGraphile is skipped.');
    return undefined;
  }
  cleanups.push(() => postgres.stop());
  await loadPostgres(postgres.connectionString, graph.shape);
  return postgres;
}

async function startServers(
  names: readonly ServerName[],
  { neo4j }: LoadedGraph,
  postgres: BenchPostgres | undefined,
  { cleanups: cleanups }: RunEnvironment,
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
    cleanups.push(() => server.stop());
    servers.push(server);
  }
  return servers;
}

/** The context for creating the requests of a graph. */
export function createCaseContext(
  graph: GraphName,
  { sample }: Pick<LoadedGraph, 'sample'>,
  database: Database,
  servers: readonly RunningServer[],
): CaseContext {
  return {
    graph,
    sample,
    async sendRequest(name, request) {
      const server = servers.find((candidate) => candidate.name === name);
      const answer = server === undefined ? undefined : await sendRequest(server, request);
      return answer !== undefined && 'data' in answer ? answer.data : undefined;
    },
    async runStatement(text, parameters) {
      const rows = await database.read({ name: 'bench/read', text, parameters, timeoutMs: 120_000 });
      return rows.map((row) => Object.values(row)[0]);
    },
  };
}

function printResults(
  { figures, differences: differences }: Measurement,
  connections: number,
  report: (line: string) => void,
): void {
  const selectedFigures = figures.filter((candidate) => candidate.connections === connections);
  if (selectedFigures.length === 0) return;
  report(`${connections === 1 ? '1 connection' : `${connections} connections`}\n${formatTable(selectedFigures)}`);
  if (formatShareTable(selectedFigures) !== '') report(formatShareTable(selectedFigures));
  for (const line of differences) report(`  DIFFERENT RESULTS: ${line}`);
}
