import type { Arguments } from '../arguments.js';
import type { GraphName } from '../graph/load-graph.js';
import type { RunningServer } from '../servers/child.js';
import { dialectOf } from '../servers/server-name.js';
import type { Case, WorkItem, CaseContext } from '../work/work-item.js';
import { compareResults } from './compare-results.js';
import { applyLoad, type Load, type MeasurementWindow } from './apply-load.js';
import { figuresOf, type Figures } from './figures.js';
import { warmUp } from './warm-up.js';

/** The running servers of a graph, and the context to measure them in. */
export interface MeasureContext {
  readonly graph: GraphName;
  readonly caseContext: CaseContext;
  readonly servers: readonly RunningServer[];
  /** The process id of a server's database. */
  databasePid(server: RunningServer): number;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** The measurements of a work item. */
export interface Measurement {
  readonly figures: readonly Figures[];
  readonly differences: readonly string[];
}

/** Compares the servers' results for a work item, then measures them at each number of connections. */
export async function measureItem(context: MeasureContext, item: WorkItem, args: Arguments): Promise<Measurement> {
  // Round 0 is for comparison only: cold items must measure requests that were never sent before.
  const cases = await item.cases(context.caseContext, 0);
  if (cases.length === 0) return { figures: [], differences: [] };
  const { supportingServers, remarks, differences } = await compareResults(item, cases, context.servers);
  for (const remark of remarks) context.report(`  ${remark}`);
  const figures: Figures[] = [];
  for (const connections of args.connections) {
    const load = { ...args, connections };
    figures.push(...(await measureAll(context, item, cases, supportingServers, load, args)));
  }
  return { figures, differences };
}

let coldRound = 0;

/** The number of requests in a warm-up pass of a cold item; a full round takes some servers almost a minute. */
const maxColdWarmUpRequests = 200;

/** The requests and the load of one window. */
interface WindowPlan {
  readonly cases: readonly Case[];
  readonly load: Load;
}

async function measureAll(
  context: MeasureContext,
  item: WorkItem,
  cases: readonly Case[],
  servers: readonly RunningServer[],
  load: Load,
  { rounds, profile }: Arguments,
): Promise<Figures[]> {
  const windows = new Map(servers.map((server): [RunningServer, MeasurementWindow[]] => [server, []]));
  const nextPlan = (): Promise<WindowPlan> => createPlan(context, item, { cases, load });
  // A run with a fixed number of requests only counts statements, so it needs no warm-up.
  if (load.requests === undefined) await warmUpAll(context, item, { cases, load }, servers);
  for (let round = 0; round < rounds; round += 1) {
    const plan = await nextPlan();
    // Reverses the order in every other round, so that no server benefits from its position.
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      // Clears Neo4j's plan cache: two of our servers send the same statements and would share plans.
      if (item.isCold === true) await context.caseContext.runStatement('CALL db.clearQueryCaches()', {});
      windows.get(server)?.push(await measureOne(context, plan, server));
    }
  }
  const subject = { graph: context.graph, work: item.name, connections: load.connections };
  const profilePlan = profile ? await nextPlan() : undefined;
  const figures: Figures[] = [];
  for (const [server, serverWindows] of windows) {
    const serverFigures = figuresOf({ ...subject, server: server.name }, serverWindows);
    // Profiles in a separate window, because profiling slows the server down.
    const shares = profilePlan && (await server.profile(() => measureOne(context, profilePlan, server)));
    figures.push(shares ? { ...serverFigures, shares } : serverFigures);
  }
  return figures;
}

// A cold item gets new cases for each window, and sends each request once.
async function createPlan(
  context: MeasureContext,
  item: WorkItem,
  basePlan: WindowPlan,
  maxCases?: number,
): Promise<WindowPlan> {
  if (item.isCold !== true) return basePlan;
  coldRound += 1;
  const cases = (await item.cases(context.caseContext, coldRound)).slice(0, maxCases);
  return { cases, load: { ...basePlan.load, requests: basePlan.load.requests ?? cases.length } };
}

// Warms up the processes, even for cold items whose requests are new to them.
async function warmUpAll(
  context: MeasureContext,
  item: WorkItem,
  basePlan: WindowPlan,
  servers: readonly RunningServer[],
): Promise<void> {
  const { seconds, connections } = basePlan.load;
  const passes = await warmUp(servers, async (server) => {
    return rateOf(await measureOne(context, await createPlan(context, item, basePlan, maxColdWarmUpRequests), server));
  });
  const passLabel = item.isCold === true ? `${maxColdWarmUpRequests} requests` : `${seconds} s`;
  context.report(`  warmed up by ${passes} × ${passLabel} per server, ${connections} connections`);
}

function rateOf({ requests, seconds }: MeasurementWindow): number {
  return requests / seconds;
}

function measureOne(
  context: MeasureContext,
  { cases, load }: WindowPlan,
  server: RunningServer,
): Promise<MeasurementWindow> {
  const bodies = cases.flatMap(({ requests: { [dialectOf(server.name)]: request } }) =>
    request === undefined ? [] : [JSON.stringify(request)],
  );
  return applyLoad(server, context.databasePid(server), bodies, load, context.signal);
}
