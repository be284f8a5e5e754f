/** A table cell: a text, or an entity. */
export type Cell = string | { readonly id: string; readonly name: string };

/** A response as a table. */
export interface ResultTableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Row = ReadonlyMap<string, Cell>;

/** Flattens a response into rows. Each item of a nested list becomes a row, which repeats the cells of its parents. */
export function toTableData(data: unknown): ResultTableData {
  const rows = toRows(data, '').map((row) => new Map([...row].filter(([, cell]) => cell !== '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { columns, rows: rows.map((row) => columns.map((column) => row.get(column) ?? '')) };
}

/** The distinct ids of all entities and relations in a response. */
export function collectIds(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(collectIds);
  if (typeof data !== 'object' || data === null) return [];
  const ownIds = 'id' in data && typeof data.id === 'string' ? [data.id] : [];
  return [...new Set([...ownIds, ...Object.values(data).flatMap(collectIds)])];
}

/** The shortest suffix of a column's path that is unique among the columns. */
export function headingOf(column: string, columns: readonly string[]): string {
  const parts = column.split(' · ');
  const suffixes = parts.map((_part, index) => parts.slice(-1 - index).join(' · '));
  const isUnique = (suffix: string): boolean =>
    columns.every((other) => other === column || !` · ${other}`.endsWith(` · ${suffix}`));
  return suffixes.find(isUnique) ?? column;
}

function toRows(data: unknown, path: string): Row[] {
  if (Array.isArray(data)) return data.flatMap((item) => toRows(item, path));
  if (typeof data === 'string' || typeof data === 'number') return [new Map([[path, String(data)]])];
  if (typeof data !== 'object' || data === null) return [];
  const ownRow = new Map<string, Cell>(scalarCells(data, path));
  const nestedRows = Object.entries(data)
    .filter(
      ([name, value]) => typeof value === 'object' && value !== null && !isScalarList(value) && name !== 'pageInfo',
    )
    .map(([name, value]) => toRows(value, joinPath(path, name)))
    .filter((rows) => rows.length > 0);
  return nestedRows.reduce<Row[]>((rows, siblingRows) => combineRows(rows, siblingRows), [ownRow]);
}

function scalarCells(data: object, path: string): [string, Cell][] {
  const entries = Object.entries(data).filter(([, value]) => typeof value !== 'object' || isScalarList(value));
  const name = 'name' in data && typeof data.name === 'string' ? data.name : null;
  const id = 'id' in data && typeof data.id === 'string' ? data.id : null;
  const entityCells: [string, Cell][] =
    name !== null && id !== null ? [[path === '' ? 'name' : path, { id, name }]] : [];
  const valueEntries = entries.filter(
    ([key, value]) =>
      value !== null &&
      !['id', '__typename', 'slug', 'totalCount'].includes(key) &&
      !(entityCells.length > 0 && key === 'name'),
  );
  return [
    ...entityCells,
    ...valueEntries.map(([key, value]): [string, Cell] => [
      joinPath(path, key),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  ];
}

function isScalarList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

function joinPath(path: string, name: string): string {
  const isWrapper = ['nodes', 'node', 'edges', 'relation'].includes(name);
  if (isWrapper) return path;
  return path === '' ? name : `${path} · ${name}`;
}

/** Combines the rows of sibling lists without a cross product. Each row keeps the cells of the common parent. */
function combineRows(rows: readonly Row[], siblingRows: readonly Row[]): Row[] {
  const [first = new Map<string, Cell>()] = rows;
  const isSingleRow = rows.length === 1;
  if (isSingleRow) return siblingRows.map((row) => new Map([...first, ...row]));
  if (siblingRows.length === 1 && siblingRows[0])
    return rows.map((row) => new Map([...row, ...(siblingRows[0] ?? [])]));
  return [...rows, ...siblingRows.map((row) => new Map([...sharedCells(rows), ...row]))];
}

function sharedCells(rows: readonly Row[]): Row {
  const [first = new Map<string, Cell>()] = rows;
  return new Map([...first].filter(([column, cell]) => rows.every((row) => isSameCell(row.get(column), cell))));
}

function isSameCell(a: Cell | undefined, b: Cell): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
