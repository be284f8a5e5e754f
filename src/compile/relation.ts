import Cypher from '@neo4j/cypher-builder';
import { citationRows } from './citation.js';
import type { Compilation } from './compilation.js';
import { endOf, idOf } from './ends.js';
import { localized } from './localized.js';
import { fieldsOf, type SelectedField } from './selection.js';
import { always, collected, firstOf, row, verbatim, type Value } from './value.js';
import { leaf, wordingOf } from './wording.js';

/** What is selected of a relation. */
export function relationRow(
  compilation: Compilation,
  fields: readonly SelectedField[],
  relation: Cypher.Variable,
): Value {
  const entries = fields.map((field): [string, Value | Cypher.Expr] => [
    field.slot,
    fieldValue(compilation, field, relation),
  ]);
  return row({ id: always(relation.property('id')), ...Object.fromEntries(entries) }, wordingOf(fields, 'Relation'));
}

function fieldValue(compilation: Compilation, field: SelectedField, relation: Cypher.Variable): Value | Cypher.Expr {
  switch (field.name) {
    case 'id':
      return leaf(field, relation.property('id'));
    case 'type':
      return verbatim(Cypher.type(relation));
    case 'source':
      return verbatim(idOf('startNode', relation));
    case 'target':
      return verbatim(idOf('endNode', relation));
    case 'from':
      return endRow(compilation, field, endOf('startNode', relation));
    case 'to':
      return endRow(compilation, field, endOf('endNode', relation));
    case 'note':
      return leaf(field, localized(field, relation, 'note'));
    case 'corrections':
      return correctionRows(compilation, field, relation);
    case 'citations':
      return citationRows(compilation, field, relation);
    default:
      return relation.property(field.name);
  }
}

function endRow(compilation: Compilation, field: SelectedField, end: Cypher.Expr): Value {
  const node = new Cypher.Variable();
  const unwind = new Cypher.Unwind([new Cypher.List([end]), node]);
  return firstOf(compilation.entity(field.selection, node), (found) => Cypher.utils.concat(unwind, found));
}

// A correction shares an end with the relation it replaces (the loader sees to it), so it is found from the ends.
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
      new Cypher.Match(new Cypher.Pattern(end).related(correction, { direction: 'undirected' }).to()).where(
        Cypher.in(correction.property('id'), ids),
      ),
      new Cypher.With(correction).distinct().orderBy([correction.property('id')]),
      found,
    ),
  );
}
