import type { Status } from '../../generated/graphql.js';
import type { Named } from '../parts/entity-link.js';

/** An object of a response whose fields depend on the model. */
type Part = Readonly<Record<string, unknown>>;

/** An entity of a model-dependent response; `own` holds all its selected fields. */
export interface FoundEntity extends Named {
  readonly own: Part;
}

/** An edge of a list: the entity, and the status of the relation to it. */
export interface FoundEdge {
  readonly entity: FoundEntity;
  readonly status: Status | undefined;
}

const statuses: readonly Status[] = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];

/** The fields of an object; empty for any other value. */
export function partOf(value: unknown): Part {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Parses a value as an entity; null if it lacks `__typename`, `id`, `en` or `zh`. */
export function entityIn(value: unknown): FoundEntity | null {
  const own = partOf(value);
  const { __typename, id, en, zh } = own;
  const isEntity = typeof __typename === 'string' && typeof id === 'string' && typeof en === 'string';
  return isEntity && typeof zh === 'string' ? { __typename, id, en, zh, own } : null;
}

/** The entities in the `nodes` of a connection. */
export function nodesIn(list: unknown): FoundEntity[] {
  return itemsOf(partOf(list)['nodes']).flatMap((node) => entityIn(node) ?? []);
}

/** The entities in the `edges` of a connection, with the status of each relation. */
export function edgesIn(list: unknown): FoundEdge[] {
  return itemsOf(partOf(list)['edges']).flatMap((edge) => {
    const { node, relation } = partOf(edge);
    const entity = entityIn(node);
    const { status } = partOf(relation);
    return entity ? [{ entity, status: statuses.find((each) => each === status) }] : [];
  });
}

/** The `totalCount` of a connection; 0 if it was not selected. */
export function countIn(list: unknown): number {
  return Number(partOf(list)['totalCount'] ?? 0);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
