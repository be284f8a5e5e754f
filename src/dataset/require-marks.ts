import { z } from 'zod';
import { AtlasError } from '../errors.js';
import { parseEntityId } from '../model/entity-id.js';
import type { Model } from '../model/model.js';
import { parseRelationId } from '../model/relation-id.js';
import type { Transaction } from '../neo4j/database.js';
import { atlasLabel } from '../shared/atlas-label.js';

/** The element ids of the unmarked nodes and relations that an older release of this project wrote. */
export interface AdoptedKeys {
  readonly nodes: readonly string[];
  readonly relations: readonly string[];
}

/** The maximum number of items to read for an error message. The message says "or more" from there. */
const maxCountedItems = 1_000;
/** The largest limit that Neo4j accepts: no limit. */
const noLimit = 9_223_372_036_854_775_807n;

const buildNodesQuery = ({ types }: Model): string => `
  MATCH (node:${['Dataset', 'Entity', 'FormerEntity', ...types.map(({ name }) => name)].join('|')})
  WHERE NOT node:${atlasLabel}
  RETURN elementId(node) AS key, labels(node) AS labels, node.id AS id
  LIMIT $limit`;

// A uniqueness constraint covers all relations of a type, so the id of a foreign relation may conflict.
const buildRelationsQuery = ({ relationTypes }: Model): string => `
  MATCH (from)-[relation:${relationTypes.map(({ name }) => name).join('|')}]->(to)
  WHERE coalesce(relation.madeBy, '') <> '${atlasLabel}' AND (relation.id IS NOT NULL OR from:${atlasLabel} OR to:${atlasLabel})
  RETURN elementId(relation) AS key, type(relation) AS type, relation.id AS id, elementId(from) AS from,
    from.id AS fromId, elementId(to) AS to, to.id AS toId, from:${atlasLabel} AND to:${atlasLabel} AS isWithin
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
export async function requireMarks(run: Transaction['run'], model: Model, adopt: boolean): Promise<AdoptedKeys> {
  const parameters = { limit: adopt ? noLimit : BigInt(maxCountedItems) };
  const [nodeRows, relationRows] = await Promise.all([
    run({ name: 'dataset/read-unmarked-nodes', text: buildNodesQuery(model), parameters }),
    run({ name: 'dataset/read-unmarked-relations', text: buildRelationsQuery(model), parameters }),
  ]);
  const nodes = z.array(nodeRow).parse(nodeRows);
  const relations = z.array(relationRow).parse(relationRows);
  const olderNodes = nodes.filter((node) => isFromOlderRelease(model, node));
  const olderKeys = new Set(olderNodes.map(({ key }) => key));
  const olderRelations = relations.filter(
    (relation) =>
      hasMatchingEnds(model, relation) &&
      (relation.isWithin || (olderKeys.has(relation.from) && olderKeys.has(relation.to))),
  );
  const isAdopted = adopt && olderNodes.some(({ labels }) => labels.includes('Dataset'));
  const foreignItems = isAdopted
    ? [
        ...nodes.filter(({ key }) => !olderKeys.has(key)),
        ...relations.filter((relation) => !olderRelations.includes(relation)),
      ]
    : [...nodes, ...relations];
  if (foreignItems.length > 0) throw foreignError(foreignItems, olderNodes.length > 0 && !adopt);
  return isAdopted
    ? { nodes: [...olderKeys], relations: olderRelations.map(({ key }) => key) }
    : { nodes: [], relations: [] };
}

function isFromOlderRelease(model: Model, { labels, id }: z.infer<typeof nodeRow>): boolean {
  if (typeof id !== 'string') return false;
  const type = id === 'Dataset' ? undefined : parseEntityId(model, id)?.type;
  return labels.toSorted().join() === (type === undefined ? id : ['Entity', type].toSorted().join());
}

function hasMatchingEnds(model: Model, { id, type, fromId, toId }: z.infer<typeof relationRow>): boolean {
  const ends = typeof id === 'string' && id.startsWith(`${type}:`) ? parseRelationId(model, id) : undefined;
  return ends !== undefined && ends.from === fromId && ends.to === toId;
}

type UnmarkedItem = z.infer<typeof nodeRow> | z.infer<typeof relationRow>;

function foreignError(items: readonly UnmarkedItem[], hasOlderItems: boolean): AtlasError {
  const [first] = items;
  const count = items.length < maxCountedItems ? String(items.length) : `${maxCountedItems} or more`;
  return new AtlasError(
    'DATABASE_FOREIGN',
    `Expected nodes and relations with names of this project's model to carry its mark, ${atlasLabel}; found ${count} without ` +
      `it, such as ${first === undefined ? 'one' : describeItem(first)}. They belong to another application; nothing was written. ` +
      'Use another database (NEO4J_DATABASE) or another Neo4j (NEO4J_URI)' +
      (hasOlderItems ? '; or, if an older release of this project loaded them, take them over with --adopt.' : '.'),
  );
}

function describeItem(item: UnmarkedItem): string {
  const id = typeof item.id === 'string' ? ` {id: ${JSON.stringify(item.id.slice(0, 80))}}` : '';
  return 'labels' in item ? `(:${item.labels.join(':')}${id})` : `[:${item.type}${id}]`;
}
