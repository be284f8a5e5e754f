import type { CurrentNode, CurrentProperties, CurrentRelation, CurrentState, ForeignValue } from './current-state.js';
import type { GraphState, NodeState, Properties, PropertyValue, RelationState } from './graph-state.js';

/** The minimal changes that turn the current graph into the desired one. */
export interface GraphDiff {
  readonly nodes: ItemDiff<NodeState, CurrentNode>;
  readonly relations: ItemDiff<RelationState, CurrentRelation>;
}

/** The changes to items of one kind. */
export interface ItemDiff<Desired, Current> {
  readonly added: readonly Desired[];
  readonly changed: readonly Change<Desired, Current>[];
  readonly removed: readonly Current[];
}

/** An item that exists but differs from its desired state. */
export interface Change<Desired, Current> {
  readonly desired: Desired;
  readonly current: Current;
  /** The names of the properties that differ; for nodes, after `labels` if the labels differ. */
  readonly fields: readonly string[];
}

/** Compares the current graph with the desired one. If several items have the same id, keeps the first. */
export function diffGraph(current: CurrentState, desired: GraphState): GraphDiff {
  const nodes = diffItems(
    current.nodes,
    desired.nodes,
    ({ properties }) => textOf(properties['id']),
    ({ id }) => id,
    findDifferingNodeFields,
  );
  const idOf = new Map(current.nodes.map((node) => [node.key, textOf(node.properties['id'])]));
  const removed = new Set(nodes.removed.map(({ key }) => key));
  // Removing a node removes its relations, so a relation of a removed node must not match a desired one.
  const endIdOf = (key: string): string => (removed.has(key) ? `removed ${key}` : (idOf.get(key) ?? ''));
  const relations = diffItems(
    current.relations,
    desired.relations,
    ({ properties, type, from, to }) => JSON.stringify([textOf(properties['id']), type, endIdOf(from), endIdOf(to)]),
    ({ id, type, from, to }) => JSON.stringify([id, type, from, to]),
    (existing, state) => findDifferingNames(existing.properties, state.properties),
  );
  return { nodes, relations };
}

type ChangeKind = keyof ItemDiff<unknown, unknown>;

/** Whether a diff, or a report of one, has no changes. */
export function isEmpty({ added, changed, removed }: Readonly<Record<ChangeKind, readonly unknown[]>>): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** Whether the diff of a graph has no changes. */
export function isEmptyDiff({ nodes, relations }: GraphDiff): boolean {
  return isEmpty(nodes) && isEmpty(relations);
}

/** Compares items by an identity text, of which several existing items may have the same: the first one is kept. */
export function diffItems<Desired, Current>(
  current: readonly Current[],
  desired: readonly Desired[],
  currentIdentityOf: (item: Current) => string,
  desiredIdentityOf: (item: Desired) => string,
  findDifferingFields: (current: Current, desired: Desired) => string[],
): ItemDiff<Desired, Current> {
  const keptItems = new Map<string, Current>();
  const desiredIdentities = new Set(desired.map(desiredIdentityOf));
  const removed = current.filter((item) => {
    const key = currentIdentityOf(item);
    if (!desiredIdentities.has(key) || keptItems.has(key)) return true;
    keptItems.set(key, item);
    return false;
  });
  const added: Desired[] = [];
  const changed: Change<Desired, Current>[] = [];
  for (const item of desired) {
    const existing = keptItems.get(desiredIdentityOf(item));
    if (existing === undefined) added.push(item);
    else {
      const fields = findDifferingFields(existing, item);
      if (fields.length > 0) changed.push({ desired: item, current: existing, fields });
    }
  }
  return { added, changed, removed };
}

function findDifferingNodeFields(current: CurrentNode, desired: NodeState): string[] {
  const labels = areSameTexts(current.labels.toSorted(), desired.labels.toSorted()) ? [] : ['labels'];
  return [...labels, ...findDifferingNames(current.properties, desired.properties)];
}

function findDifferingNames(current: CurrentProperties, desired: Properties): string[] {
  const names = new Set([...Object.keys(current), ...Object.keys(desired)]);
  return [...names].filter((name) => !isSameValue(current[name], desired[name])).toSorted();
}

function isSameValue(current: PropertyValue | ForeignValue | undefined, desired: PropertyValue | undefined): boolean {
  if (Array.isArray(current) && Array.isArray(desired)) return areSameTexts(current, desired);
  return current === desired;
}

function areSameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
