import Cypher from '@neo4j/cypher-builder';
import { citationRows } from './citation.js';
import type { Compilation } from './compilation.js';
import { endOf, idOf } from './ends.js';
import { fieldsOf, type SelectedField } from './selection.js';
import { collected, firstOf, nonNull, row, storedValue, type Value } from './value.js';
import { ours } from './ours.js';

/** Compiles a relation into a row of its selected fields. */
export function relationRow(
  compilation: Compilation,
  fields: readonly SelectedField[],
  relation: Cypher.Variable,
): Value {
  const entries = fields.map((field): [string, Value | Cypher.Expr] => [
    field.key,
    fieldValue(compilation, field, relation),
  ]);
  return row({ id: nonNull(relation.property('id')), ...Object.fromEntries(entries) });
}

function fieldValue(compilation: Compilation, field: SelectedField, relation: Cypher.Variable): Value | Cypher.Expr {
  switch (field.name) {
    case 'type':
      return Cypher.type(relation);
    case 'source':
      return idOf('startNode', relation);
    case 'target':
      return idOf('endNode', relation);
    case 'from':
      return endRow(compilation, field, endOf('startNode', relation));
    case 'to':
      return endRow(compilation, field, endOf('endNode', relation));
    case 'corrections':
      return correctionRows(compilation, field, relation);
    case 'citations':
      return citationRows(compilation, field, relation);
    default:
      return storedValue(field, relation, field.name);
  }
}

function endRow(compilation: Compilation, field: SelectedField, end: Cypher.Expr): Value {
  const node = new Cypher.Variable();
  const unwind = new Cypher.Unwind([new Cypher.List([end]), node]);
  return firstOf(compilation.entity(field.selection, node), (found) => Cypher.utils.concat(unwind, found));
}

// A correction shares an end with the relation that it corrects (the loader checks this), so it is matched from the
// ends.
function correctionRows(compilation: Compilation, field: SelectedField, relation: Cypher.Variable): Value {
  const end = new Cypher.Variable();
  const correction = new Cypher.Relationship();
  const ids = relation.property('corrections');
  const ends = new Cypher.List([endOf('startNode', relation), endOf('endNode', relation)]);
  const none = new Cypher.List([]);
  const searched = new Cypher.Case().when(Cypher.isNotNull(ids)).then(ends).else(none);
  return collected(compilation.relation(fieldsOf(field.selection), correction), (found) =>
    Cypher.utils.concat(
      new Cypher.Unwind([searched, end]),
      new Cypher.Match(
        new Cypher.Pattern(end).related(correction, { direction: 'undirected', properties: ours }).to(),
      ).where(Cypher.in(correction.property('id'), ids)),
      new Cypher.With(correction).distinct().orderBy([correction.property('id')]),
      found,
    ),
  );
}
