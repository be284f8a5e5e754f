import Cypher from '@neo4j/cypher-builder';
import type { Model } from '../model/model.js';
import { parseRelationId } from '../model/relation-id.js';
import { allValues } from './all-values.js';
import type { Compilation } from './compilation.js';
import type { SelectedField, Selection } from './selection.js';
import type { Read } from './reading.js';
import { collected, either, type Value } from './value.js';
import { mark } from '../shared/mark.js';
import { ours } from './ours.js';

/** The lookup keys of an id: the id itself and, if it has the form of a relation id, the ids of the relation's ends. */
interface Key {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Compiles `node` into clauses that return one row with its data, and the decoder of the data. */
export function nodeRow(
  compilation: Compilation,
  root: SelectedField,
  index: Cypher.Variable,
  data: Cypher.Variable,
): { clause: Cypher.Clause; read: Read } {
  const key = compilation.parameters.item(root, (args) => keyOf(compilation.model, String(args['id'])));
  const name = new Cypher.Variable();
  const { clause, found } = lookUp(compilation, root.selection, name);
  const named = new Cypher.With(index, compilation.parameters.request, [key, name]);
  const answer = new Cypher.Return(index, [found.expression, data]);
  return { clause: Cypher.utils.concat(named, clause, answer), read: found.read };
}

/** Maximum number of ids of `nodes`. */
const maxIds = 1_000;

/** Compiles `nodes` into a list of rows in the order of the ids; the row of an unknown id is null. */
export function nodesRow(compilation: Compilation, root: SelectedField): Value {
  const keys = compilation.parameters.item(root, (args) =>
    allValues('ids', args['ids'], maxIds).map((id) => keyOf(compilation.model, id)),
  );
  const key = new Cypher.Variable();
  const { clause, found } = lookUp(compilation, root.selection, key);
  return collected(found, (each) => Cypher.utils.concat(new Cypher.Unwind([keys, key]), clause, each));
}

function keyOf(model: Model, id: string): Key {
  const ends = parseRelationId(model, id);
  return { id, from: ends?.from ?? null, to: ends?.to ?? null };
}

// Looks up both an entity and a relation, because the text of the statement must not depend on the id.
function lookUp(
  compilation: Compilation,
  selection: Selection,
  key: Cypher.Variable,
): { clause: Cypher.Clause; found: Value } {
  const node = new Cypher.Node();
  const [from, to, relation] = [new Cypher.Node(), new Cypher.Node(), new Cypher.Relationship()];
  const entity = new Cypher.Pattern(node, { labels: ['Entity', mark], properties: { id: key.property('id') } });
  const joined = new Cypher.Pattern(from, { labels: ['Entity', mark], properties: { id: key.property('from') } })
    .related(relation, { properties: { ...ours, id: key.property('id') } })
    .to(to, { labels: 'Entity', properties: { id: key.property('to') } });
  const found = either([
    [Cypher.isNotNull(node), compilation.entity(selection, node)],
    [Cypher.isNotNull(relation), compilation.relation(selection.get('Relation') ?? [], relation)],
  ]);
  return { clause: Cypher.utils.concat(new Cypher.OptionalMatch(entity), new Cypher.OptionalMatch(joined)), found };
}
