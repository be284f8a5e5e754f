import type { ChangeReport, LoadReport } from './load-report.js';

/** Beyond so many changes a load tells their number only; a dry run lists them all. */
const listedAtMost = 40;

/** What a load did, or would do, as lines to print. */
export function describeLoad(report: LoadReport): string[] {
  const { dryRun, entityCount, relationCount, schema, nodes, relations } = report;
  const whole = `${entityCount} entities and ${relationCount} relations`;
  const others =
    report.others.length > 0 ? [`Left alone, because others have written it: ${report.others.join(', ')}.`] : [];
  if (report.unchanged)
    return [...others, `Nothing to ${dryRun ? 'change' : 'do'}: the graph is exactly the data files, ${whole}.`];
  const changes = [schema, nodes, relations].flatMap(linesOf);
  const summaries = [
    ...summary('constraints and indexes', schema, dryRun),
    ...summary('nodes', nodes, dryRun),
    ...summary('relations', relations, dryRun),
  ];
  const listed = dryRun || changes.length <= listedAtMost ? changes : [];
  return [
    ...listed,
    ...summaries,
    ...others,
    `${dryRun ? 'The graph would then be' : 'The graph is now'} exactly the data files: ${whole}.`,
  ];
}

function summary(kind: string, { added, changed, removed }: ChangeReport, dryRun: boolean): string[] {
  const parts = [
    ...(added.length > 0 ? [`${dryRun ? 'add' : 'added'} ${added.length}`] : []),
    ...(changed.length > 0 ? [`${dryRun ? 'change' : 'changed'} ${changed.length}`] : []),
    ...(removed.length > 0 ? [`${dryRun ? 'remove' : 'removed'} ${removed.length}`] : []),
  ];
  if (parts.length === 0) return [];
  return [dryRun ? `Would ${parts.join(', ')} of the ${kind}.` : `Of the ${kind}: ${parts.join(', ')}.`];
}

function linesOf({ added, changed, removed }: ChangeReport): string[] {
  return [
    ...added.map((id) => `+ ${id}`),
    ...changed.map(({ id, fields }) => `~ ${id}: ${fields.join(', ')}`),
    ...removed.map((id) => `- ${id}`),
  ];
}
