import type { CurrentNode, CurrentProperties, CurrentRelation, CurrentState, ForeignValue } from './current-state.js';
import type { GraphState, NodeState, Properties, PropertyValue, RelationState } from './graph-state.js';

/** The minimal changes that turn the current graph into the desired one. */
export interface GraphDiff {
  readonly nodes: KindDiff<NodeState, CurrentNode>;
  readonly relations: KindDiff<RelationState, CurrentRelation>;
}

/** The changes to the nodes, or to the relations. */
export interface KindDiff<Wanted, Current> {
  readonly added: readonly Wanted[];
  readonly changed: readonly Change<Wanted, Current>[];
  readonly removed: readonly Current[];
}

/** A node or relation that exists but differs from its desired state. */
export interface Change<Wanted, Current> {
  readonly wanted: Wanted;
  readonly current: Current;
  /** The sorted names of the properties that differ, after `labels` if the labels differ. */
  readonly fields: readonly string[];
}

/** Compares the current graph with the desired one. If several items have the same id, keeps the first. */
export function diffGraph(current: CurrentState, wanted: GraphState): GraphDiff {
  const nodes = diffKind(current.nodes, wanted.nodes, nodeIdentity, nodeIdentityWanted, nodeFields);
  const idOf = new Map(current.nodes.map((node) => [node.key, textOf(node.properties['id'])]));
  const removed = new Set(nodes.removed.map(({ key }) => key));
  // Removing a node removes its relations, so a relation of a removed node must not match a desired one.
  const end = (key: string): string => (removed.has(key) ? `removed ${key}` : (idOf.get(key) ?? ''));
  const relations = diffKind(
    current.relations,
    wanted.relations,
    ({ properties, type, from, to }) => identity(textOf(properties['id']), type, end(from), end(to)),
    ({ id, type, from, to }) => identity(id, type, from, to),
    (found, state) => differingNames(found.properties, state.properties),
  );
  return { nodes, relations };
}

/** Whether the diff has no changes. */
export function isEmpty({ nodes, relations }: GraphDiff): boolean {
  return [nodes, relations].every(
    ({ added, changed, removed }) => added.length + changed.length + removed.length === 0,
  );
}

function diffKind<Wanted, Current>(
  current: readonly Current[],
  wanted: readonly Wanted[],
  identityOf: (item: Current) => string,
  wantedIdentityOf: (item: Wanted) => string,
  fieldsOf: (current: Current, wanted: Wanted) => string[],
): KindDiff<Wanted, Current> {
  const standing = new Map<string, Current>();
  const wantedIdentities = new Set(wanted.map(wantedIdentityOf));
  const removed = current.filter((item) => {
    const key = identityOf(item);
    if (!wantedIdentities.has(key) || standing.has(key)) return true;
    standing.set(key, item);
    return false;
  });
  const added: Wanted[] = [];
  const changed: Change<Wanted, Current>[] = [];
  for (const item of wanted) {
    const found = standing.get(wantedIdentityOf(item));
    if (found === undefined) added.push(item);
    else {
      const fields = fieldsOf(found, item);
      if (fields.length > 0) changed.push({ wanted: item, current: found, fields });
    }
  }
  return { added, changed, removed };
}

function nodeIdentity({ properties }: CurrentNode): string {
  return textOf(properties['id']);
}

function nodeIdentityWanted({ id }: NodeState): string {
  return id;
}

function nodeFields(current: CurrentNode, wanted: NodeState): string[] {
  const labels = sameTexts(current.labels.toSorted(), wanted.labels.toSorted()) ? [] : ['labels'];
  return [...labels, ...differingNames(current.properties, wanted.properties)];
}

function identity(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function differingNames(current: CurrentProperties, wanted: Properties): string[] {
  const names = new Set([...Object.keys(current), ...Object.keys(wanted)]);
  return [...names].filter((name) => !sameValue(current[name], wanted[name])).toSorted();
}

function sameValue(current: PropertyValue | ForeignValue | undefined, wanted: PropertyValue | undefined): boolean {
  if (Array.isArray(current) && Array.isArray(wanted)) return sameTexts(current, wanted);
  return current === wanted;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
