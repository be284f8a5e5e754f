import Cypher from '@neo4j/cypher-builder';
import { compileCitations } from './citation.js';
import type { Compilation } from './compilation.js';
import { compileReferences } from './reference.js';
import { endOf, idOf } from './ends.js';
import { fieldsOf, type SelectedField } from './selection.js';
import { collectRows, takeFirst, nonNull, row, compileStoredProperty, type Value } from './value.js';
import { allRelations } from './atlas-properties.js';

/** Compiles a relation into a row of its selected fields. */
export function compileRelation(
  compilation: Compilation,
  fields: readonly SelectedField[],
  relation: Cypher.Variable,
): Value {
  const values = fields.map((field) => [field.key, compileField(compilation, field, relation)] as const);
  return row({ id: nonNull(relation.property('id')), ...Object.fromEntries(values) });
}

function compileField(compilation: Compilation, field: SelectedField, relation: Cypher.Variable): Value | Cypher.Expr {
  switch (field.name) {
    case 'type':
      return Cypher.type(relation);
    case 'source':
      return idOf('startNode', relation);
    case 'target':
      return idOf('endNode', relation);
    case 'from':
      return compileEnd(compilation, field, endOf('startNode', relation));
    case 'to':
      return compileEnd(compilation, field, endOf('endNode', relation));
    case 'corrections':
      return compileCorrections(compilation, field, relation);
    case 'citations':
      return compileCitations(compilation, field, relation.property('citations'));
    case 'references':
      return compileReferences(relation);
    default:
      return compileStoredProperty(field, relation, field.name);
  }
}

function compileEnd(compilation: Compilation, field: SelectedField, end: Cypher.Expr): Value {
  const node = new Cypher.Variable();
  const unwind = new Cypher.Unwind([new Cypher.List([end]), node]);
  return takeFirst(compilation.compileEntity(field.selection, node), (returnClause) =>
    Cypher.utils.concat(unwind, returnClause),
  );
}

// A correction shares an end with the relation that it corrects (the loader checks this), so it is matched from the
// ends.
function compileCorrections(compilation: Compilation, field: SelectedField, relation: Cypher.Variable): Value {
  const end = new Cypher.Variable();
  const correction = new Cypher.Relationship();
  const ids = relation.property('corrections');
  const ends = new Cypher.List([endOf('startNode', relation), endOf('endNode', relation)]);
  const emptyList = new Cypher.List([]);
  const searchedEnds = new Cypher.Case().when(Cypher.isNotNull(ids)).then(ends).else(emptyList);
  return collectRows(compilation.compileRelation(fieldsOf(field.selection), correction), (returnClause) =>
    Cypher.utils.concat(
      new Cypher.Unwind([searchedEnds, end]),
      new Cypher.Match(
        new Cypher.Pattern(end).related(correction, { direction: 'undirected', properties: allRelations }).to(),
      ).where(Cypher.in(correction.property('id'), ids)),
      new Cypher.With(correction).distinct().orderBy([correction.property('id')]),
      returnClause,
    ),
  );
}
