import type { CurrentNode, CurrentRelation } from './current-state.js';
import type { GraphDiff, KindDiff } from './diff.js';
import type { GraphState, NodeState, RelationState } from './graph-state.js';
import type { SchemaDiff } from './schema-diff.js';

/** What a load did, or would do. */
export interface LoadReport {
  /** Whether it only looked. */
  readonly dryRun: boolean;
  /** The hash of the dataset, as the Dataset node carries it. */
  readonly hash: string;
  /** How many entities and relations the dataset has. */
  readonly entityCount: number;
  readonly relationCount: number;
  /** The constraints and indexes, by name. */
  readonly schema: ChangeReport;
  readonly nodes: ChangeReport;
  readonly relations: ChangeReport;
  /** What belongs to others and is left alone; told by a dry run only. */
  readonly others: readonly string[];
  /** Whether there was nothing to do at all. */
  readonly unchanged: boolean;
}

/** What was added, changed and removed, by id. */
export interface ChangeReport {
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly removed: readonly string[];
}

/** Tells what a difference does, or would do, to the graph. */
export function reportOf(
  wanted: GraphState,
  diff: GraphDiff,
  schemaDiff: SchemaDiff,
  { dryRun, others = [] }: Pick<LoadReport, 'dryRun'> & Partial<Pick<LoadReport, 'others'>>,
): LoadReport {
  const nodes = changesOf(diff.nodes, ({ labels }) => `a node labelled ${labels.join(', ')}`);
  const relations = changesOf(diff.relations, ({ type }) => `a relation of type ${type}`);
  const schema = schemaChanges(schemaDiff);
  const kinds = [schema, nodes, relations];
  return {
    dryRun,
    hash: String(wanted.nodes.find(({ id }) => id === 'Dataset')?.properties['hash']),
    entityCount: wanted.nodes.length - 1,
    relationCount: wanted.relations.length,
    schema,
    nodes,
    relations,
    others: [...others, ...(dryRun ? schemaDiff.others.map(({ kind, name }) => `${kind} ${name}`) : [])],
    unchanged: kinds.every(({ added, changed, removed }) => added.length + changed.length + removed.length === 0),
  };
}

function changesOf<Wanted extends NodeState | RelationState, Current extends CurrentNode | CurrentRelation>(
  { added, changed, removed }: KindDiff<Wanted, Current>,
  nameless: (item: Current) => string,
): ChangeReport {
  return {
    added: [...changed.filter(isFresh).map(({ wanted }) => wanted), ...added].map(({ id }) => id),
    changed: changed.filter((change) => !isFresh(change)).map(({ wanted, fields }) => ({ id: wanted.id, fields })),
    removed: removed.map((item) => {
      const id = item.properties['id'];
      return typeof id === 'string' ? id : nameless(item);
    }),
  };
}

function schemaChanges({ added, changed, removed }: SchemaDiff): ChangeReport {
  return {
    added: added.map(({ name }) => name),
    changed: changed.map(({ wanted, fields }) => ({ id: wanted.name, fields })),
    removed: removed.map(({ name }) => name),
  };
}

/** A first load makes the Dataset node before the rest, bare: for who reads the report it was added, not changed. */
function isFresh({
  wanted,
  current,
}: {
  readonly wanted: { id: string };
  readonly current: CurrentNode | CurrentRelation;
}): boolean {
  return (
    wanted.id === 'Dataset' && Object.keys(current.properties).every((name) => ['id', 'schemaNames'].includes(name))
  );
}
