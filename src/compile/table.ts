import Cypher from '@neo4j/cypher-builder';
import type { Compilation } from './compilation.js';
import { entityShapes, whicheverShape } from './entity.js';
import { relationValues } from './relation.js';
import { fieldsOf, type SelectedField, type Selection } from './selection.js';

/** The names of a row's values. */
type Names = readonly string[];

/**
 * Rows as lists of values, with the names said once for each shape that they have: what is long comes so in little more
 * than half of the time that maps take, which Neo4j writes and the driver reads name by name.
 */
export interface Table {
  readonly shapes: readonly Names[];
  /** Of each row the place of its shape, then its values. */
  readonly rows: readonly (readonly [shape: number, ...values: unknown[]])[];
}

/** The entities that a column lists. */
export function entityTable(compilation: Compilation, selection: Selection, column: string): Cypher.Expr {
  const node = new Cypher.Variable();
  const shapes = entityShapes(compilation, selection, node);
  const row = whicheverShape(shapes, node, ({ values }, place) => listOf(place, values));
  return table(
    shapes.map(({ values }) => Object.keys(values)),
    column,
    node,
    row,
  );
}

/** The relations that a column lists. */
export function relationTable(compilation: Compilation, { selection }: SelectedField, column: string): Cypher.Expr {
  const relation = new Cypher.Variable();
  const values = relationValues(compilation, fieldsOf(selection), relation);
  return table([Object.keys(values)], column, relation, listOf(0, values));
}

/** The rows of a table as objects, in its order. */
export function rowsOf<Row>({ shapes, rows }: Table): Row[] {
  return rows.map(([shape, ...values]) => {
    const row: Record<string, unknown> = {};
    const names = shapes[shape] ?? [];
    for (let place = 0; place < names.length; place += 1) row[names[place] ?? ''] = values[place];
    return row as Row; // compiled from the schema that types this row
  });
}

function table(shapes: readonly Names[], column: string, item: Cypher.Variable, row: Cypher.Expr): Cypher.Expr {
  const names = shapes.map((shape) => new Cypher.List(shape.map((name) => new Cypher.Literal(name))));
  const each = new Cypher.Unwind([new Cypher.NamedVariable(column), item]);
  return new Cypher.Map({
    shapes: new Cypher.List(names),
    rows: new Cypher.Collect(Cypher.utils.concat(each, new Cypher.Return(row))),
  });
}

function listOf(shape: number, values: Readonly<Record<string, Cypher.Expr>>): Cypher.Expr {
  return new Cypher.List([new Cypher.Literal(shape), ...Object.values(values)]);
}
