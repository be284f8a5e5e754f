import { z } from 'zod';
import { AtlasError } from '../errors.js';
import { parseEntityId } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { parseRelationId } from '../model/relation-id.js';
import type { Row, Statement } from '../neo4j/database.js';
import { mark } from '../shared/mark.js';

/** The element ids of the unmarked nodes and relations that an older release of this project wrote. */
export interface Adopted {
  readonly nodes: readonly string[];
  readonly relations: readonly string[];
}

type Run = (statement: Statement) => Promise<Row[]>;

/** The maximum number of items to read for an error message. The message says "or more" from there. */
const countedAtMost = 1_000;
/** The largest limit that Neo4j accepts: no limit. */
const all = 9_223_372_036_854_775_807n;

const nodesText = ({ types }: Model): string => `
  MATCH (node:${['Dataset', 'Entity', ...types.map(({ name }) => name)].join('|')})
  WHERE NOT node:${mark}
  RETURN elementId(node) AS key, labels(node) AS labels, node.id AS id
  LIMIT $limit`;

// A uniqueness constraint covers all relations of a type, so the id of a foreign relation may conflict.
const relationsText = ({ relationTypes }: Model): string => `
  MATCH (from)-[relation:${relationTypes.map(({ name }) => name).join('|')}]->(to)
  WHERE coalesce(relation.madeBy, '') <> '${mark}' AND (relation.id IS NOT NULL OR from:${mark} OR to:${mark})
  RETURN elementId(relation) AS key, type(relation) AS type, relation.id AS id, elementId(from) AS from,
    from.id AS fromId, elementId(to) AS to, to.id AS toId, from:${mark} AND to:${mark} AS isWithin
  LIMIT $limit`;

const nodeRow = z.object({ key: z.string(), labels: z.array(z.string()), id: z.unknown() });
const relationRow = z.object({
  key: z.string(),
  type: z.string(),
  id: z.unknown(),
  from: z.string(),
  fromId: z.unknown(),
  to: z.string(),
  toId: z.unknown(),
  isWithin: z.boolean(),
});

/**
 * Checks that all nodes with a label of the model, and all relations of its types that have an id or touch a marked
 * node, carry this project's mark. With `adopt`, returns the unmarked ones that an older release wrote.
 *
 * @throws DATABASE_FOREIGN if an unmarked node or relation belongs to another application.
 */
export async function requireMarks(run: Run, model: Model, adopt: boolean): Promise<Adopted> {
  const parameters = { limit: adopt ? all : BigInt(countedAtMost) };
  const nodes = z
    .array(nodeRow)
    .parse(await run({ name: 'dataset/read-unmarked-nodes', text: nodesText(model), parameters }));
  const relations = z
    .array(relationRow)
    .parse(await run({ name: 'dataset/read-unmarked-relations', text: relationsText(model), parameters }));
  const oldNodes = nodes.filter((node) => isOfOlderRelease(model, node));
  const oldKeys = new Set(oldNodes.map(({ key }) => key));
  const oldRelations = relations.filter(
    (relation) =>
      joinsItsEnds(model, relation) && (relation.isWithin || (oldKeys.has(relation.from) && oldKeys.has(relation.to))),
  );
  const isAdopted = adopt && oldNodes.some(({ labels }) => labels.includes('Dataset'));
  const foreign = isAdopted
    ? [...nodes.filter(({ key }) => !oldKeys.has(key)), ...relations.filter((one) => !oldRelations.includes(one))]
    : [...nodes, ...relations];
  if (foreign.length > 0) throw foreignError(foreign, oldNodes.length > 0 && !adopt);
  return isAdopted
    ? { nodes: [...oldKeys], relations: oldRelations.map(({ key }) => key) }
    : { nodes: [], relations: [] };
}

function isOfOlderRelease(model: Model, { labels, id }: z.infer<typeof nodeRow>): boolean {
  if (typeof id !== 'string') return false;
  const type = id === 'Dataset' ? undefined : parseEntityId(model, id)?.type;
  return labels.toSorted().join() === (type === undefined ? id : ['Entity', type].toSorted().join());
}

function joinsItsEnds(model: Model, { id, type, fromId, toId }: z.infer<typeof relationRow>): boolean {
  const ends = typeof id === 'string' && id.startsWith(`${type}:`) ? parseRelationId(model, id) : undefined;
  return ends !== undefined && ends.from === fromId && ends.to === toId;
}

type Unmarked = z.infer<typeof nodeRow> | z.infer<typeof relationRow>;

function foreignError(items: readonly Unmarked[], mayBeOlder: boolean): AtlasError {
  const [first] = items;
  const count = items.length < countedAtMost ? String(items.length) : `${countedAtMost} or more`;
  return new AtlasError(
    'DATABASE_FOREIGN',
    `Expected nodes and relations with names of this project's model to carry its mark, ${mark}; found ${count} without ` +
      `it, such as ${first === undefined ? 'one' : describe(first)}. They belong to another application; nothing was written. ` +
      'Use another database (NEO4J_DATABASE) or another Neo4j (NEO4J_URI)' +
      (mayBeOlder ? '; or, if an older release of this project loaded them, take them over with --adopt.' : '.'),
  );
}

function describe(item: Unmarked): string {
  const id = typeof item.id === 'string' ? ` {id: ${JSON.stringify(item.id.slice(0, 80))}}` : '';
  return 'labels' in item ? `(:${item.labels.join(':')}${id})` : `[:${item.type}${id}]`;
}
