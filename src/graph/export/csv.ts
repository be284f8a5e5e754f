import { stringify } from 'csv-stringify/sync';
import type { GraphContent } from '../graph-content.js';
import { linkProperties, nodeProperties } from './properties.js';

type Cell = string | number;
type CsvRow = Readonly<Record<string, Cell>>;

const nodeColumns = ['id', 'kind', 'slug', 'label', 'nameZh', 'summary', 'degree'];
const linkColumns = ['id', 'source', 'target', 'kind', 'basis', 'status'];
const rowsAtOnce = 200;

/** The nodes as a table, piece by piece; the name stands under `label`, the column that Gephi reads. */
export function nodesCsvChunks({ nodes }: GraphContent): Generator<string> {
  return csvChunks(nodeColumns, nodes, (node) => ({ id: node.id, label: node.name, ...nodeProperties(node) }));
}

/** The links as a table, piece by piece, the type under `kind`: under `type` Gephi expects Directed or Undirected. */
export function linksCsvChunks({ links }: GraphContent): Generator<string> {
  return csvChunks(linkColumns, links, (link) => ({
    id: link.id,
    source: link.source,
    target: link.target,
    ...linkProperties(link),
  }));
}

// The byte order mark comes first: without it Excel reads a file that it opens by a click in the computer's old
// code page and garbles Chinese, and pandas passes over it. Lines end as RFC 4180 has it. An apostrophe comes before
// a text that a spreadsheet would compute as a formula.
function* csvChunks<T>(columns: string[], items: readonly T[], rowOf: (item: T) => CsvRow): Generator<string> {
  const options = { columns, record_delimiter: 'windows', escape_formulas: true } as const;
  yield stringify([], { ...options, bom: true, header: true });
  for (let start = 0; start < items.length; start += rowsAtOnce) {
    yield stringify(items.slice(start, start + rowsAtOnce).map(rowOf), options);
  }
}
