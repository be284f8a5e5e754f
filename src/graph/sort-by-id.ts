/** Returns the rows sorted by id; ids are ASCII. */
export function sortById<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
