import type { Arguments } from '../arguments.js';
import type { GraphName } from '../graph/make-graph.js';
import type { RunningServer } from '../servers/child.js';
import type { Shares } from '../servers/shares.js';
import { dialectOf } from '../servers/server-name.js';
import type { Case, WorkItem, World } from '../work/work-item.js';
import { compareAnswers } from './compare.js';
import { drive, type Load, type Window } from './drive.js';
import { figuresOf, type Figures } from './figures.js';

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

async function driveAll(
  arena: Arena,
  item: WorkItem,
  cases: readonly Case[],
  servers: readonly RunningServer[],
  load: Load,
  { rounds, profile }: Arguments,
): Promise<Figures[]> {
  const windows = new Map(servers.map((server): [RunningServer, Window[]] => [server, []]));
  // A fixed number of requests counts statements; how warm everything is does not matter to that.
  if (item.cold !== true && load.requests === undefined) {
    // The JVM compiles for longer than V8: whoever is driven first must not pay for it.
    const warmUp = { ...load, seconds: 2 * load.seconds };
    for (const server of servers) await driveOne(arena, cases, server, warmUp);
  }
  for (let round = 0; round < rounds; round += 1) {
    coldRounds += 1;
    const asked = item.cold === true ? await item.cases(arena.world, coldRounds) : cases;
    const window = item.cold === true ? { ...load, requests: load.requests ?? asked.length } : load;
    // Whoever comes first in one round comes last in the next: none gains from its place.
    for (const server of round % 2 === 0 ? servers : servers.toReversed()) {
      windows.get(server)?.push(await driveOne(arena, asked, server, window));
    }
  }
  const subject = { graph: arena.graph, work: item.name, connections: load.connections };
  const figures: Figures[] = [];
  for (const [server, all] of windows) {
    const made = figuresOf({ ...subject, server: server.name }, all);
    figures.push(
      profile && item.cold !== true ? { ...made, shares: await profileOf(arena, cases, server, load) } : made,
    );
  }
  return figures;
}

// In a window of its own: looking on takes time.
function profileOf(arena: Arena, cases: readonly Case[], server: RunningServer, load: Load): Promise<Shares> {
  return server.profile(() => driveOne(arena, cases, server, load));
}

function driveOne(arena: Arena, cases: readonly Case[], server: RunningServer, load: Load): Promise<Window> {
  const bodies = cases.flatMap(({ requests: { [dialectOf(server.name)]: request } }) =>
    request === undefined ? [] : [JSON.stringify(request)],
  );
  return drive(server, arena.databasePid(server), bodies, load, arena.signal);
}
