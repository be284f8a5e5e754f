/** An entity as a node of an exported graph. */
export interface GraphNode {
  readonly id: string;
  /** The name of its type in the model. */
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly summary: string | null;
  /** The number of its relations in the dataset, including those outside this graph. */
  readonly degree: number;
}

/** A relation as a link of an exported graph, from the node with the id `source` to the node with the id `target`. */
export interface GraphLink {
  readonly id: string;
  /** The name of its type in the model. */
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly basis: string;
  readonly status: string;
}

/** A graph for export: its nodes are distinct, and both ends of each link are among them. */
export interface GraphContent {
  /** The English name of the atlas. */
  readonly name: string;
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  /** The color of each entity type as `#rrggbb`. */
  readonly colors: Readonly<Record<string, string>>;
  /** Whether a limit omitted entities or paths. */
  readonly truncated: boolean;
}

/** A graph as it is read from the database, without what comes from the model. */
export type UncoloredContent = Omit<GraphContent, 'name' | 'colors'>;
