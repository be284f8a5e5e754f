import Cypher from '@neo4j/cypher-builder';
import { entityId } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { parseRelationId } from '../model/relation-id.js';
import { limitList, readListArgument } from './list-argument.js';
import type { Compilation } from './compilation.js';
import type { SelectedField, Selection } from './selection.js';
import { parseRepresentation } from './representation.js';
import { buildCurrentId, collectRows, caseWhen, type Value } from './value.js';
import { atlasLabel } from '../shared/atlas-label.js';
import { allRelations } from './atlas-properties.js';

/** The lookup keys of an id: the id itself and, if it has the form of a relation id, the ids of the relation's ends. */
interface LookupKey {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  /** How the id of an entity must start, for a representation; absent for a relation, so that it matches no entity. */
  readonly prefix?: string;
}

/** The clauses that match an entity or a relation, and its row. */
export interface Lookup {
  readonly clause: Cypher.Clause;
  readonly value: Value;
}

/** Compiles `node` into clauses that match an entity or a relation, and its row. */
export function compileNode(compilation: Compilation, root: SelectedField): Lookup {
  const key = compilation.parameters.addItem(root, (args) => parseLookupKey(compilation.model, String(args['id'])));
  const keyVariable = new Cypher.Variable();
  const { clause, value } = lookUp(compilation, root.selection, keyVariable);
  return { clause: Cypher.utils.concat(new Cypher.With('*', [key, keyVariable]), clause), value };
}

/** Maximum number of ids of `nodes` and of representations of `_entities`. */
const maxIds = 1_000;

/** Compiles `nodes` into a list of rows in the order of the ids; the row of an unknown id is null. */
export function compileNodes(compilation: Compilation, root: SelectedField): Value {
  const keys = compilation.parameters.addItem(root, (args) =>
    readListArgument('ids', args['ids'], maxIds).map((id) => parseLookupKey(compilation.model, id)),
  );
  const key = new Cypher.Variable();
  return lookUpEach(keys, key, lookUp(compilation, root.selection, key));
}

/**
 * Compiles `_entities` into a list of rows in the order of the representations; the row is null if there is no entity or
 * relation with the id, or if it is of another type.
 */
export function compileEntities(compilation: Compilation, root: SelectedField): Value {
  const { model, parameters } = compilation;
  const keys = parameters.addItem(root, (args) =>
    limitList('representations', args['representations'], maxIds).map((value, index): LookupKey => {
      const { type, id } = parseRepresentation(model, `representations[${index}]`, value);
      return type === 'Relation' ? parseLookupKey(model, id) : { id, from: null, to: null, prefix: entityId(type, '') };
    }),
  );
  const key = new Cypher.Variable();
  const hasType = (currentId: Cypher.Variable) => Cypher.startsWith(currentId, key.property('prefix'));
  return lookUpEach(keys, key, lookUp(compilation, root.selection, key, hasType));
}

function lookUpEach(keys: Cypher.Expr, key: Cypher.Variable, { clause, value }: Lookup): Value {
  return collectRows(value, (returnClause) =>
    Cypher.utils.concat(new Cypher.Unwind([keys, key]), clause, returnClause),
  );
}

function parseLookupKey(model: Model, id: string): LookupKey {
  const ends = parseRelationId(model, id);
  return { id, from: ends?.from ?? null, to: ends?.to ?? null };
}

// Looks up both an entity and a relation, because the text of the statement must not depend on the id.
function lookUp(
  compilation: Compilation,
  selection: Selection,
  key: Cypher.Variable,
  buildCondition?: (currentId: Cypher.Variable) => Cypher.Predicate,
): Lookup {
  const [node, currentId, relation] = [new Cypher.Node(), new Cypher.Variable(), new Cypher.Relationship()];
  const entityPattern = new Cypher.Pattern(node, {
    labels: ['Entity', atlasLabel],
    properties: { id: currentId },
  });
  const matchEntity = new Cypher.OptionalMatch(entityPattern);
  const value = caseWhen([
    [Cypher.isNotNull(node), compilation.compileEntity(selection, node)],
    [Cypher.isNotNull(relation), compilation.compileRelation(selection.get('Relation') ?? [], relation)],
  ]);
  return {
    clause: Cypher.utils.concat(
      new Cypher.With('*', [new Cypher.Raw((env) => buildCurrentId(env.compile(key.property('id')))), currentId]),
      buildCondition ? matchEntity.where(buildCondition(currentId)) : matchEntity,
      new Cypher.OptionalMatch(relationPattern(key, relation)),
    ),
    value,
  };
}

function relationPattern(key: Cypher.Variable, relation: Cypher.Relationship): Cypher.Pattern {
  const [from, to] = [new Cypher.Node(), new Cypher.Node()];
  return new Cypher.Pattern(from, { labels: ['Entity', atlasLabel], properties: { id: key.property('from') } })
    .related(relation, { properties: { ...allRelations, id: key.property('id') } })
    .to(to, { labels: 'Entity', properties: { id: key.property('to') } });
}
