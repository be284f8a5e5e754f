import type { ChangeReport, LoadReport } from './load-report.js';

/** A load with more changes prints only their number; a dry run lists them all. */
const maxListedChanges = 40;

/** Formats what a load did, or would do, as lines to print. */
export function describeLoad(report: LoadReport): string[] {
  const { dryRun, entityCount, relationCount, schema, nodes, relations } = report;
  const graphSize = `${entityCount} entities and ${relationCount} relations`;
  const foreignLines =
    report.others.length > 0
      ? [`Left unchanged, because it belongs to other applications: ${report.others.join(', ')}.`]
      : [];
  if (report.unchanged)
    return [...foreignLines, `Nothing to ${dryRun ? 'change' : 'do'}: the graph matches the data files: ${graphSize}.`];
  const changes = [schema, nodes, relations].flatMap(formatChanges);
  const listedChanges = dryRun || changes.length <= maxListedChanges ? changes : [];
  return [
    ...listedChanges,
    ...summarizeLoad(report),
    ...foreignLines,
    `${dryRun ? 'The graph would then match' : 'The graph now matches'} the data files: ${graphSize}.`,
  ];
}

/** Formats the numbers of changes, one line for each kind of item. */
export function summarizeLoad({ dryRun, schema, nodes, relations }: LoadReport): string[] {
  return [
    ...summarizeChanges('Constraints and indexes', schema, dryRun),
    ...summarizeChanges('Nodes', nodes, dryRun),
    ...summarizeChanges('Relations', relations, dryRun),
  ];
}

const plannedChanges = { added: 'to add', changed: 'to change', removed: 'to remove' } as const;

function summarizeChanges(kind: string, report: ChangeReport, dryRun: boolean): string[] {
  const parts = (['added', 'changed', 'removed'] as const)
    .filter((change) => report[change].length > 0)
    .map((change) => `${report[change].length} ${dryRun ? plannedChanges[change] : change}`);
  return parts.length === 0 ? [] : [`${kind}: ${parts.join(', ')}.`];
}

function formatChanges({ added, changed, removed }: ChangeReport): string[] {
  return [
    ...added.map((id) => `+ ${id}`),
    ...changed.map(({ id, fields }) => `~ ${id}: ${fields.join(', ')}`),
    ...removed.map((id) => `- ${id}`),
  ];
}
