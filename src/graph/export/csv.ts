import { stringify } from 'csv-stringify/sync';
import type { GraphContent } from '../graph-content.js';
import { linkProperties, nodeProperties } from './properties.js';

type Cell = string | number;
type CsvRow = Readonly<Record<string, Cell>>;

const nodeColumns = ['id', 'kind', 'slug', 'label', 'nameZh', 'summary', 'degree'];
const linkColumns = ['id', 'source', 'target', 'kind', 'basis', 'status'];
const rowsPerChunk = 200;

/** Writes the nodes as CSV, in chunks; the name is in the column `label`, which Gephi reads. */
export function writeNodesCsv({ nodes }: GraphContent): Generator<string> {
  return writeCsv(nodeColumns, nodes, (node) => ({ id: node.id, label: node.name, ...nodeProperties(node) }));
}

/**
 * Writes the links as CSV, in chunks; the type is in `kind`, because Gephi expects Directed or Undirected in `type`.
 */
export function writeLinksCsv({ links }: GraphContent): Generator<string> {
  return writeCsv(linkColumns, links, (link) => ({
    id: link.id,
    source: link.source,
    target: link.target,
    ...linkProperties(link),
  }));
}

// The byte order mark makes Excel decode the file as UTF-8; pandas ignores it. Lines end with CRLF, as RFC 4180
// requires. An apostrophe is put before text that a spreadsheet would evaluate as a formula.
function* writeCsv<T>(columns: string[], items: readonly T[], toRow: (item: T) => CsvRow): Generator<string> {
  const options = { columns, record_delimiter: 'windows', escape_formulas: true } as const;
  yield stringify([], { ...options, bom: true, header: true });
  for (let start = 0; start < items.length; start += rowsPerChunk) {
    yield stringify(items.slice(start, start + rowsPerChunk).map(toRow), options);
  }
}
