import type { CurrentNode, CurrentRelation } from './current-state.js';
import { isEmpty, type GraphDiff, type ItemDiff } from './diff.js';
import type { GraphState, NodeState, RelationState } from './graph-state.js';
import type { SchemaDiff } from './schema-diff.js';

/** The changes that a load made, or that a dry run would make. */
export interface LoadReport {
  /** Whether nothing was written. */
  readonly dryRun: boolean;
  /** The hash of the graph, as stored in the Dataset node. */
  readonly hash: string;
  /** The number of entities in the dataset. */
  readonly entityCount: number;
  /** The number of relations in the dataset. */
  readonly relationCount: number;
  /** The changes to constraints and indexes, by name. */
  readonly schema: ChangeReport;
  readonly nodes: ChangeReport;
  readonly relations: ChangeReport;
  /** Counts of the data, constraints and indexes of other applications, which stay unchanged; dry run only. */
  readonly others: readonly string[];
  /** Whether there were no changes. */
  readonly unchanged: boolean;
}

/** The ids of added, changed and removed items. */
export interface ChangeReport {
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly removed: readonly string[];
}

/** Builds the report of a load from its diffs. */
export function buildLoadReport(
  desired: GraphState,
  diff: GraphDiff,
  schemaDiff: SchemaDiff,
  { dryRun, others = [] }: Pick<LoadReport, 'dryRun'> & Partial<Pick<LoadReport, 'others'>>,
): LoadReport {
  const nodes = toChangeReport(diff.nodes, ({ labels }) => `a node labelled ${labels.join(', ')}`);
  const relations = toChangeReport(diff.relations, ({ type }) => `a relation of type ${type}`);
  const schema = toSchemaChangeReport(schemaDiff);
  return {
    dryRun,
    hash: String(desired.nodes.find(({ id }) => id === 'Dataset')?.properties['hash']),
    entityCount: desired.nodes.filter(({ labels }) => labels.includes('Entity')).length,
    relationCount: desired.relations.length,
    schema,
    nodes,
    relations,
    others: [...others, ...(dryRun ? schemaDiff.foreignItems.map(({ kind, name }) => `${kind} ${name}`) : [])],
    unchanged: [schema, nodes, relations].every(isEmpty),
  };
}

function toChangeReport<Desired extends NodeState | RelationState, Current extends CurrentNode | CurrentRelation>(
  { added, changed, removed }: ItemDiff<Desired, Current>,
  describeWithoutId: (item: Current) => string,
): ChangeReport {
  return {
    added: [...changed.filter(isNewDatasetNode).map(({ desired }) => desired), ...added].map(({ id }) => id),
    changed: changed
      .filter((change) => !isNewDatasetNode(change))
      .map(({ desired, fields }) => ({ id: desired.id, fields })),
    removed: removed.map((item) => {
      const id = item.properties['id'];
      return typeof id === 'string' ? id : describeWithoutId(item);
    }),
  };
}

function toSchemaChangeReport({ added, changed, removed }: SchemaDiff): ChangeReport {
  return {
    added: added.map(({ name }) => name),
    changed: changed.map(({ desired, fields }) => ({ id: desired.name, fields })),
    removed: removed.map(({ name }) => name),
  };
}

/** Whether a change fills the bare Dataset node that a first load creates. Reports list the node as added. */
function isNewDatasetNode({
  desired,
  current,
}: {
  readonly desired: { id: string };
  readonly current: CurrentNode | CurrentRelation;
}): boolean {
  return (
    desired.id === 'Dataset' && Object.keys(current.properties).every((name) => ['id', 'schemaNames'].includes(name))
  );
}
