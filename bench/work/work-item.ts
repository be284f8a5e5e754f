import type { GraphName } from '../graph/load-graph.js';
import type { Sample } from '../graph/sample.js';
import type { Dialect } from '../servers/server-name.js';

/** One request, in the format of each server that supports it. */
export interface Case {
  readonly requests: Readonly<Partial<Record<Dialect, object>>>;
}

/** The context for creating cases. */
export interface CaseContext {
  readonly graph: GraphName;
  readonly sample: Sample;
  /** Sends a request to a server and returns the response's `data`; undefined if the server is not running or fails. */
  sendRequest(server: Dialect, request: object): Promise<unknown>;
  /** Runs a statement directly on Neo4j and returns the first column. */
  runStatement(text: string, parameters: Record<string, unknown>): Promise<unknown[]>;
}

/** A workload that the servers are compared on. */
export interface WorkItem {
  readonly name: string;
  /** The title in tables and charts. */
  readonly title: string;
  /** Whether every round uses operations that no server has seen before. */
  readonly isCold?: true;
  /** Creates the cases of a round, deterministically; none if the graph is unsuitable. */
  cases(world: CaseContext, round: number): Promise<readonly Case[]> | readonly Case[];
  /** Normalizes a response, so that the results of all servers can be compared. */
  normalize(server: Dialect, data: unknown): unknown;
}
