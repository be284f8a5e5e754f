/** A property value: a string, a list of strings, a float as number, an integer as bigint, or a boolean. */
export type PropertyValue = string | readonly string[] | number | bigint | boolean;

/** The properties of a node or relation by name. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** The desired state of a node. */
export interface NodeState {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** The desired state of a relation. Its ends are entity ids. */
export interface RelationState {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** The desired state of the graph. */
export interface GraphState {
  readonly nodes: readonly NodeState[];
  readonly relations: readonly RelationState[];
}
