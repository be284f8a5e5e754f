import Cypher from '@neo4j/cypher-builder';
import { parseRelationId } from '../relation/relation-id.js';
import type { Compilation } from './compilation.js';
import type { SelectedField, Selection } from './selection.js';

/** What an id may mean: the entity with it, and the two entities that a relation with it would join. */
interface Key {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The clauses that answer `node`: one row with its data, or none. */
export function nodeRow(
  compilation: Compilation,
  root: SelectedField,
  index: Cypher.Variable,
  data: Cypher.Variable,
): Cypher.Clause {
  const key = compilation.parameters.item(root, (args) => keyOf(String(args['id'])));
  const name = new Cypher.Variable();
  const { clause, row } = lookUp(compilation, root.selection, name);
  return Cypher.utils.concat(
    new Cypher.With(index, compilation.parameters.request, [key, name]),
    clause,
    new Cypher.Return(index, [row, data]),
  );
}

/** The rows of `nodes`, in the order of the ids, null for the unknown. */
export function nodesRow(compilation: Compilation, root: SelectedField): Cypher.Expr {
  const keys = compilation.parameters.item(root, (args) => {
    const ids = args['ids'];
    return Array.isArray(ids) ? ids.map((id) => keyOf(String(id))) : [];
  });
  const key = new Cypher.Variable();
  const { clause, row } = lookUp(compilation, root.selection, key);
  return new Cypher.Collect(Cypher.utils.concat(new Cypher.Unwind([keys, key]), clause, new Cypher.Return(row)));
}

function keyOf(id: string): Key {
  const ends = parseRelationId(id);
  return { id, from: ends?.from ?? null, to: ends?.to ?? null };
}

// Both look-ups stand in the statement whatever the id: its text must not depend on a value.
function lookUp(
  compilation: Compilation,
  selection: Selection,
  key: Cypher.Variable,
): { clause: Cypher.Clause; row: Cypher.Expr } {
  const node = new Cypher.Node();
  const [from, to, relation] = [new Cypher.Node(), new Cypher.Node(), new Cypher.Relationship()];
  const entity = new Cypher.Pattern(node, { labels: 'Entity', properties: { id: key.property('id') } });
  const joined = new Cypher.Pattern(from, { labels: 'Entity', properties: { id: key.property('from') } })
    .related(relation, { properties: { id: key.property('id') } })
    .to(to, { labels: 'Entity', properties: { id: key.property('to') } });
  const row = new Cypher.Case()
    .when(Cypher.isNotNull(node))
    .then(compilation.entity(selection, node))
    .when(Cypher.isNotNull(relation))
    .then(compilation.relation(selection.get('Relation') ?? [], relation));
  return { clause: Cypher.utils.concat(new Cypher.OptionalMatch(entity), new Cypher.OptionalMatch(joined)), row };
}
