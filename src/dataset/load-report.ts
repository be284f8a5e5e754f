import { isEmpty, type GraphDiff, type ItemDiff } from './diff.js';
import type { GraphState } from './graph-state.js';
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
  const nodes = toChangeReport(
    toReportedChanges(diff.nodes),
    ({ id }) => id,
    ({ properties: { id }, labels }) => (typeof id === 'string' ? id : `a node labelled ${labels.join(', ')}`),
  );
  const relations = toChangeReport(
    diff.relations,
    ({ id }) => id,
    ({ properties: { id }, type }) => (typeof id === 'string' ? id : `a relation of type ${type}`),
  );
  const nameOf = ({ name }: { readonly name: string }): string => name;
  const schema = toChangeReport(schemaDiff, nameOf, nameOf);
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

function toChangeReport<Desired, Current>(
  { added, changed, removed }: ItemDiff<Desired, Current>,
  idOf: (item: Desired) => string,
  describeRemoved: (item: Current) => string,
): ChangeReport {
  return {
    added: added.map(idOf),
    changed: changed.map(({ desired, fields }) => ({ id: idOf(desired), fields })),
    removed: removed.map(describeRemoved),
  };
}

/**
 * Moves the Dataset node to the added nodes if its change fills the bare node that a first load creates. Leaves out the
 * hash of the data files: other files may describe the same graph.
 */
function toReportedChanges({ added, changed, removed }: GraphDiff['nodes']): GraphDiff['nodes'] {
  const isNew = ({ desired, current }: (typeof changed)[number]): boolean =>
    desired.id === 'Dataset' && Object.keys(current.properties).every((name) => ['id', 'schemaNames'].includes(name));
  return {
    added: [...changed.filter(isNew).map(({ desired }) => desired), ...added],
    changed: changed
      .filter((change) => !isNew(change))
      .map((change) => {
        const isFilesHash = (name: string): boolean => name === 'filesHash' && change.desired.id === 'Dataset';
        return { ...change, fields: change.fields.filter((name) => !isFilesHash(name)) };
      })
      .filter(({ fields }) => fields.length > 0),
    removed,
  };
}
