import type { GraphName } from '../graph/make-graph.js';
import type { Sample } from '../graph/sample.js';
import type { Dialect } from '../servers/server-name.js';

/** One request in the language of each server that can do it. */
export interface Case {
  readonly requests: Readonly<Partial<Record<Dialect, object>>>;
}

/** What cases are made from. */
export interface World {
  readonly graph: GraphName;
  readonly sample: Sample;
  /** Asks a server and gives the `data` of its answer; undefined where that server does not run or cannot answer. */
  ask(server: Dialect, request: object): Promise<unknown>;
  /** Reads from Neo4j past all servers; gives the first column. */
  read(text: string, parameters: Record<string, unknown>): Promise<unknown[]>;
}

/** A piece of work that the servers are compared at. */
export interface WorkItem {
  readonly name: string;
  /** What tables and the chart call it. */
  readonly title: string;
  /** Every round brings operations that no server has seen, and there is no warm-up. */
  readonly cold?: true;
  /** Cases that are the same in every run; none where the graph is too small or is not meant. */
  cases(world: World, round: number): Promise<readonly Case[]> | readonly Case[];
  /** Brings an answer into a form in which it equals that of every other server. */
  answer(server: Dialect, data: unknown): unknown;
}
