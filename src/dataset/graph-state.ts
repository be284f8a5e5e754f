/** A value of a property: text, a list of texts, a float, an integer as bigint, or whether something holds. */
export type PropertyValue = string | readonly string[] | number | bigint | boolean;

/** The properties of a node or relation by name. */
export type Properties = Readonly<Record<string, PropertyValue>>;

/** A node as it has to stand in Neo4j. */
export interface NodeState {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
}

/** A relation as it has to stand in Neo4j; its ends by id. */
export interface RelationState {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
}

/** The whole graph as it has to stand in Neo4j. */
export interface GraphState {
  readonly nodes: readonly NodeState[];
  readonly relations: readonly RelationState[];
}
