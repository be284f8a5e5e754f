/** A table cell: a text, or an entity. */
export type Cell = string | { readonly id: string; readonly name: string };

/** A response as a table. */
export interface AnswerTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

type Row = ReadonlyMap<string, Cell>;

/** Flattens a response into rows. Each item of a nested list becomes a row, which repeats the cells of its parents. */
export function tableOf(data: unknown): AnswerTable {
  const rows = rowsOf(data, '').map((row) => new Map([...row].filter(([, cell]) => cell !== '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return { columns, rows: rows.map((row) => columns.map((column) => row.get(column) ?? '')) };
}

/** The distinct ids of all entities and relations in a response. */
export function idsIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(idsIn);
  if (typeof data !== 'object' || data === null) return [];
  const own = 'id' in data && typeof data.id === 'string' ? [data.id] : [];
  return [...new Set([...own, ...Object.values(data).flatMap(idsIn)])];
}

/** The shortest suffix of a column's path that is unique among the columns. */
export function headingOf(column: string, columns: readonly string[]): string {
  const parts = column.split(' · ');
  const endings = parts.map((_part, index) => parts.slice(-1 - index).join(' · '));
  const isOwn = (ending: string): boolean =>
    columns.every((other) => other === column || !` · ${other}`.endsWith(` · ${ending}`));
  return endings.find(isOwn) ?? column;
}

function rowsOf(data: unknown, path: string): Row[] {
  if (Array.isArray(data)) return data.flatMap((item) => rowsOf(item, path));
  if (typeof data === 'string' || typeof data === 'number') return [new Map([[path, String(data)]])];
  if (typeof data !== 'object' || data === null) return [];
  const own = new Map<string, Cell>(ownCells(data, path));
  const inner = Object.entries(data)
    .filter(
      ([name, value]) => typeof value === 'object' && value !== null && !isPlainList(value) && name !== 'pageInfo',
    )
    .map(([name, value]) => rowsOf(value, pathTo(path, name)))
    .filter((rows) => rows.length > 0);
  return inner.reduce<Row[]>((rows, more) => beside(rows, more), [own]);
}

function ownCells(data: object, path: string): [string, Cell][] {
  const entries = Object.entries(data).filter(([, value]) => typeof value !== 'object' || isPlainList(value));
  const name = 'name' in data && typeof data.name === 'string' ? data.name : null;
  const id = 'id' in data && typeof data.id === 'string' ? data.id : null;
  const entity: [string, Cell][] = name !== null && id !== null ? [[path === '' ? 'name' : path, { id, name }]] : [];
  const rest = entries.filter(
    ([key, value]) =>
      value !== null &&
      !['id', '__typename', 'slug', 'totalCount'].includes(key) &&
      !(entity.length > 0 && key === 'name'),
  );
  return [
    ...entity,
    ...rest.map(([key, value]): [string, Cell] => [
      pathTo(path, key),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  ];
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

function pathTo(path: string, name: string): string {
  const isWrapper = ['nodes', 'node', 'edges', 'relation'].includes(name);
  if (isWrapper) return path;
  return path === '' ? name : `${path} · ${name}`;
}

/** Combines the rows of sibling lists without a cross product. Each row keeps the cells of the common parent. */
function beside(rows: readonly Row[], more: readonly Row[]): Row[] {
  const [first = new Map<string, Cell>()] = rows;
  const isFresh = rows.length === 1;
  if (isFresh) return more.map((row) => new Map([...first, ...row]));
  if (more.length === 1 && more[0]) return rows.map((row) => new Map([...row, ...(more[0] ?? [])]));
  return [...rows, ...more.map((row) => new Map([...shared(rows), ...row]))];
}

function shared(rows: readonly Row[]): Row {
  const [first = new Map<string, Cell>()] = rows;
  return new Map([...first].filter(([column, cell]) => rows.every((row) => sameCell(row.get(column), cell))));
}

function sameCell(one: Cell | undefined, other: Cell): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
