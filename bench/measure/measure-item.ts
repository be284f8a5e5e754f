import type { Arguments } from '../arguments.js';
import type { GraphName } from '../graph/make-graph.js';
import type { RunningServer } from '../servers/child.js';
import { dialectOf } from '../servers/server-name.js';
import type { Case, WorkItem, World } from '../work/work-item.js';
import { compareAnswers } from './compare.js';
import { drive, type Load, type Window } from './drive.js';
import { figuresOf, type Figures } from './figures.js';
import { warmUp } from './warm-up.js';

/** The running servers of a graph, and the context to measure them in. */
export interface Arena {
  readonly graph: GraphName;
  readonly world: World;
  readonly servers: readonly RunningServer[];
  /** The process id of a server's database. */
  databasePid(server: RunningServer): number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** The measurements of a work item. */
export interface Measured {
  readonly figures: readonly Figures[];
  readonly different: readonly string[];
}

/** Compares the servers' results for a work item, then measures them at each number of connections. */
export async function measureItem(arena: Arena, item: WorkItem, args: Arguments): Promise<Measured> {
  // Round 0 is for comparison only: cold items must measure requests that were never sent before.
  const cases = await item.cases(arena.world, 0);
  if (cases.length === 0) return { figures: [], different: [] };
  const { able, remarks, different } = await compareAnswers(item, cases, arena.servers);
  for (const remark of remarks) arena.say(`  ${remark}`);
  const figures: Figures[] = [];
  for (const connections of args.connections) {
    const load = { ...args, connections };
    figures.push(...(await driveAll(arena, item, cases, able, load, args)));
  }
  return { figures, different };
}

let coldRounds = 0;

/** The number of requests in a warm-up pass of a cold item; a full round takes some servers almost a minute. */
const mostColdWarming = 200;

/** The requests and the load of one window. */
interface Asking {
  readonly cases: readonly Case[];
  readonly load: Load;
}

async function driveAll(
  arena: Arena,
  item: WorkItem,
  cases: readonly Case[],
  servers: readonly RunningServer[],
  load: Load,
  { rounds, profile }: Arguments,
): Promise<Figures[]> {
  const windows = new Map(servers.map((server): [RunningServer, Window[]] => [server, []]));
  const next = (): Promise<Asking> => nextAsking(arena, item, { cases, load });
  // A run with a fixed number of requests only counts statements, so it needs no warm-up.
  if (load.requests === undefined) await warmAll(arena, item, { cases, load }, servers);
  for (let round = 0; round < rounds; round += 1) {
    const asking = await next();
    // Reverses the order in every other round, so that no server benefits from its position.
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      // Clears Neo4j's plan cache: two of our servers send the same statements and would share plans.
      if (item.cold === true) await arena.world.read('CALL db.clearQueryCaches()', {});
      windows.get(server)?.push(await driveOne(arena, asking, server));
    }
  }
  const subject = { graph: arena.graph, work: item.name, connections: load.connections };
  const profiled = profile ? await next() : undefined;
  const figures: Figures[] = [];
  for (const [server, all] of windows) {
    const made = figuresOf({ ...subject, server: server.name }, all);
    // Profiles in a separate window, because profiling slows the server down.
    const shares = profiled && (await server.profile(() => driveOne(arena, profiled, server)));
    figures.push(shares ? { ...made, shares } : made);
  }
  return figures;
}

// A cold item gets new cases for each window, and sends each request once.
async function nextAsking(arena: Arena, item: WorkItem, warm: Asking, most?: number): Promise<Asking> {
  if (item.cold !== true) return warm;
  coldRounds += 1;
  const cases = (await item.cases(arena.world, coldRounds)).slice(0, most);
  return { cases, load: { ...warm.load, requests: warm.load.requests ?? cases.length } };
}

// Warms up the processes, even for cold items whose requests are new to them.
async function warmAll(arena: Arena, item: WorkItem, warm: Asking, servers: readonly RunningServer[]): Promise<void> {
  const { seconds, connections } = warm.load;
  const passes = await warmUp(servers, async (server) => {
    return rateOf(await driveOne(arena, await nextAsking(arena, item, warm, mostColdWarming), server));
  });
  const each = item.cold === true ? `${mostColdWarming} requests` : `${seconds} s`;
  arena.say(`  warmed up by ${passes} × ${each} per server, ${connections} connections`);
}

function rateOf({ requests, seconds }: Window): number {
  return requests / seconds;
}

function driveOne(arena: Arena, { cases, load }: Asking, server: RunningServer): Promise<Window> {
  const bodies = cases.flatMap(({ requests: { [dialectOf(server.name)]: request } }) =>
    request === undefined ? [] : [JSON.stringify(request)],
  );
  return drive(server, arena.databasePid(server), bodies, load, arena.signal);
}
