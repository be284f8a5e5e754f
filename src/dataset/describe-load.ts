import type { ChangeReport, LoadReport } from './load-report.js';

/** A load with more changes prints only their number; a dry run lists them all. */
const listedAtMost = 40;

/** Formats what a load did, or would do, as lines to print. */
export function describeLoad(report: LoadReport): string[] {
  const { dryRun, entityCount, relationCount, schema, nodes, relations } = report;
  const whole = `${entityCount} entities and ${relationCount} relations`;
  const others =
    report.others.length > 0
      ? [`Left unchanged, because it belongs to other applications: ${report.others.join(', ')}.`]
      : [];
  if (report.unchanged)
    return [...others, `Nothing to ${dryRun ? 'change' : 'do'}: the graph matches the data files: ${whole}.`];
  const changes = [schema, nodes, relations].flatMap(linesOf);
  const summaries = [
    ...summary('Constraints and indexes', schema, dryRun),
    ...summary('Nodes', nodes, dryRun),
    ...summary('Relations', relations, dryRun),
  ];
  const listed = dryRun || changes.length <= listedAtMost ? changes : [];
  return [
    ...listed,
    ...summaries,
    ...others,
    `${dryRun ? 'The graph would then match' : 'The graph now matches'} the data files: ${whole}.`,
  ];
}

function summary(kind: string, { added, changed, removed }: ChangeReport, dryRun: boolean): string[] {
  const parts = [
    ...(added.length > 0 ? [`${added.length} ${dryRun ? 'to add' : 'added'}`] : []),
    ...(changed.length > 0 ? [`${changed.length} ${dryRun ? 'to change' : 'changed'}`] : []),
    ...(removed.length > 0 ? [`${removed.length} ${dryRun ? 'to remove' : 'removed'}`] : []),
  ];
  return parts.length === 0 ? [] : [`${kind}: ${parts.join(', ')}.`];
}

function linesOf({ added, changed, removed }: ChangeReport): string[] {
  return [
    ...added.map((id) => `+ ${id}`),
    ...changed.map(({ id, fields }) => `~ ${id}: ${fields.join(', ')}`),
    ...removed.map((id) => `- ${id}`),
  ];
}
