import type { Transaction } from '../neo4j/database.js';
import type { OnProgress } from '../shared/progress.js';
import type { GraphDiff } from './diff.js';
import { statement } from './statement.js';

/** The maximum number of rows in one statement: large enough to save round trips, small enough to report progress. */
const batchSize = 250;

/** Writes a diff in an order that never violates a constraint. */
export async function writeDiff(transaction: Transaction, diff: GraphDiff, onProgress: OnProgress): Promise<void> {
  const { nodes, relations } = diff;
  const steps = [
    step('relations removed', 'dataset/remove-relations', 'keys', keysOf(relations.removed)),
    step('entities removed', 'dataset/remove-nodes', 'keys', keysOf(nodes.removed)),
    step('entities cleared', 'dataset/clear-nodes', 'rows', nodes.changed.map(clearing)),
    step('entities changed', 'dataset/rewrite-nodes', 'rows', nodes.changed.map(rewriting)),
    step('entities added', 'dataset/add-nodes', 'rows', nodes.added),
    step('relations changed', 'dataset/rewrite-relations', 'rows', relations.changed.map(rewriting)),
    step('relations added', 'dataset/add-relations', 'rows', relations.added),
  ];
  for (const { phase, name, parameter, rows } of steps) {
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      await transaction.run(statement(name, { [parameter]: batch }));
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

function step(phase: string, name: string, parameter: string, rows: readonly unknown[]): Step {
  return { phase, name, parameter, rows };
}

function keysOf(items: readonly { readonly key: string }[]): string[] {
  return items.map(({ key }) => key);
}

function clearing({ current }: GraphDiff['nodes']['changed'][number]): object {
  return { key: current.key, labels: current.labels };
}

function rewriting({ current, wanted }: GraphDiff['nodes' | 'relations']['changed'][number]): object {
  return 'labels' in wanted
    ? { key: current.key, labels: wanted.labels, properties: wanted.properties }
    : { key: current.key, properties: wanted.properties };
}
