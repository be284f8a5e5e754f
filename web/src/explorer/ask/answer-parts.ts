import type { Status } from '../../generated/graphql.js';
import type { Named } from '../parts/entity-link.js';

/** An object of an answer whose fields only the model knows. */
type Part = Readonly<Record<string, unknown>>;

/** An entity of such an answer; what else was asked of it stands in `own`. */
export interface FoundEntity extends Named {
  readonly own: Part;
}

/** An entity of a list, with the status of the relation that leads to it. */
export interface FoundEdge {
  readonly entity: FoundEntity;
  readonly status: Status | undefined;
}

const statuses: readonly Status[] = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];

/** The fields of an object; none where it is something else. */
export function partOf(value: unknown): Part {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** The entity that an object of an answer is; null where it lacks what every entity is asked for. */
export function entityIn(value: unknown): FoundEntity | null {
  const own = partOf(value);
  const { __typename, id, en, zh } = own;
  const isEntity = typeof __typename === 'string' && typeof id === 'string' && typeof en === 'string';
  return isEntity && typeof zh === 'string' ? { __typename, id, en, zh, own } : null;
}

/** The entities of a page of a list. */
export function nodesIn(list: unknown): FoundEntity[] {
  return itemsOf(partOf(list)['nodes']).flatMap((node) => entityIn(node) ?? []);
}

/** The entities of a page of a list, with what leads to them. */
export function edgesIn(list: unknown): FoundEdge[] {
  return itemsOf(partOf(list)['edges']).flatMap((edge) => {
    const { node, relation } = partOf(edge);
    const entity = entityIn(node);
    const { status } = partOf(relation);
    return entity ? [{ entity, status: statuses.find((each) => each === status) }] : [];
  });
}

/** How many items a list has on all its pages. */
export function countIn(list: unknown): number {
  return Number(partOf(list)['totalCount'] ?? 0);
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
