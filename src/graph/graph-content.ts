/** An entity as a drawing shows it. */
export interface GraphNode {
  readonly id: string;
  /** The type of entity, as the model names it. */
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly summary: string | null;
  /** How many relations it has in the whole dataset, those outside this graph included. */
  readonly degree: number;
}

/** A relation as a drawing shows it, from the entity with the id `source` to that with the id `target`. */
export interface GraphLink {
  readonly id: string;
  /** The type of relation, as the model names it. */
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly basis: string;
  readonly status: string;
}

/** A drawable graph: no node twice, both ends of every link among the nodes. */
export interface GraphContent {
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** The colour of each type of entity, as `#rrggbb`. */
  readonly colors: Readonly<Record<string, string>>;
  /** Whether a limit left something out. */
  readonly truncated: boolean;
}

/** A graph as it is read, before it is coloured. */
export type FoundContent = Omit<GraphContent, 'colors'>;
