import type { Transaction } from '../neo4j/database.js';
import type { OnProgress } from '../shared/progress.js';
import type { GraphDiff } from './diff.js';
import { createFileStatement } from '../neo4j/cypher-file.js';

/** The maximum number of rows in one statement: large enough to save round trips, small enough to report progress. */
const maxBatchSize = 250;

/** Writes a diff in an order that never violates a constraint. */
export async function writeDiff(transaction: Transaction, diff: GraphDiff, onProgress: OnProgress): Promise<void> {
  const { nodes, relations } = diff;
  const steps = [
    createStep('relations removed', 'dataset/remove-relations', 'keys', keysOf(relations.removed)),
    createStep('entities removed', 'dataset/remove-nodes', 'keys', keysOf(nodes.removed)),
    createStep('entities cleared', 'dataset/clear-nodes', 'rows', nodes.changed.map(toClearRow)),
    createStep('entities changed', 'dataset/rewrite-nodes', 'rows', nodes.changed.map(toRewriteRow)),
    createStep('entities added', 'dataset/add-nodes', 'rows', nodes.added),
    createStep('relations changed', 'dataset/rewrite-relations', 'rows', relations.changed.map(toRewriteRow)),
    createStep('relations added', 'dataset/add-relations', 'rows', relations.added),
  ];
  for (const { phase, name, parameter, rows } of steps) {
    for (let start = 0; start < rows.length; start += maxBatchSize) {
      const batch = rows.slice(start, start + maxBatchSize);
      await transaction.run(createFileStatement(name, { [parameter]: batch }));
      onProgress({ phase, done: start + batch.length, total: rows.length });
    }
  }
}

interface Step {
  readonly phase: string;
  readonly name: string;
  readonly parameter: string;
  readonly rows: readonly unknown[];
}

function createStep(phase: string, name: string, parameter: string, rows: readonly unknown[]): Step {
  return { phase, name, parameter, rows };
}

function keysOf(items: readonly { readonly key: string }[]): string[] {
  return items.map(({ key }) => key);
}

function toClearRow({ current }: GraphDiff['nodes']['changed'][number]): object {
  return { key: current.key, labels: current.labels };
}

function toRewriteRow({ current, desired }: GraphDiff['nodes' | 'relations']['changed'][number]): object {
  return 'labels' in desired
    ? { key: current.key, labels: desired.labels, properties: desired.properties }
    : { key: current.key, properties: desired.properties };
}
