import type { Arguments } from '../arguments.js';
import type { GraphName } from '../graph/make-graph.js';
import type { RunningServer } from '../servers/child.js';
import { dialectOf } from '../servers/server-name.js';
import type { Case, WorkItem, World } from '../work/work-item.js';
import { compareAnswers } from './compare.js';
import { drive, type Load, type Window } from './drive.js';
import { figuresOf, type Figures } from './figures.js';
import { warmUp } from './warm-up.js';

/** The servers of one graph, all running, and what is needed to measure them. */
export interface Arena {
  readonly graph: GraphName;
  readonly world: World;
  readonly servers: readonly RunningServer[];
  /** The process of the database that a server reads from. */
  databasePid(server: RunningServer): number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** What came of one piece of work. */
export interface Measured {
  readonly figures: readonly Figures[];
  readonly different: readonly string[];
}

/** Compares the servers' answers to one piece of work, then drives them, at each number of connections. */
export async function measureItem(arena: Arena, item: WorkItem, args: Arguments): Promise<Measured> {
  // Round 0 is for comparing: what is measured cold must not have been asked before.
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

/** How many requests a server is warmed up with at a time, where each is new: some need most of a minute for a whole round. */
const mostColdWarming = 200;

/** What is asked in one window, and how hard. */
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
  // A fixed number of requests counts statements; how warm everything is does not matter to that.
  if (load.requests === undefined) await warmAll(arena, item, { cases, load }, servers);
  for (let round = 0; round < rounds; round += 1) {
    const asking = await next();
    // Whoever comes first in one round comes last in the next: none gains from its place.
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      // Two servers of ours send the same statements: neither finds those planned that the other has sent.
      if (item.cold === true) await arena.world.read('CALL db.clearQueryCaches()', {});
      windows.get(server)?.push(await driveOne(arena, asking, server));
    }
  }
  const subject = { graph: arena.graph, work: item.name, connections: load.connections };
  const profiled = profile ? await next() : undefined;
  const figures: Figures[] = [];
  for (const [server, all] of windows) {
    const made = figuresOf({ ...subject, server: server.name }, all);
    // In a window of its own: looking on takes time.
    const shares = profiled && (await server.profile(() => driveOne(arena, profiled, server)));
    figures.push(shares ? { ...made, shares } : made);
  }
  return figures;
}

// What is measured cold is made up anew for each window, and asked as often as there are requests of it.
async function nextAsking(arena: Arena, item: WorkItem, warm: Asking, most?: number): Promise<Asking> {
  if (item.cold !== true) return warm;
  coldRounds += 1;
  const cases = (await item.cases(arena.world, coldRounds)).slice(0, most);
  return { cases, load: { ...warm.load, requests: warm.load.requests ?? cases.length } };
}

// The processes are warm also where what they are asked is new to them.
async function warmAll(arena: Arena, item: WorkItem, warm: Asking, servers: readonly RunningServer[]): Promise<void> {
  const { seconds, connections } = warm.load;
  const passes = await warmUp(servers, async (server) => {
    return rateOf(await driveOne(arena, await nextAsking(arena, item, warm, mostColdWarming), server));
  });
  const each = item.cold === true ? `${mostColdWarming} requests` : `${seconds} s`;
  arena.say(`  warm after ${passes} × ${each} for each server, ${connections} at once`);
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
