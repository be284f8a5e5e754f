import type { Status } from '../../generated/graphql.js';
import type { NamedEntity } from '../components/entity-link.js';

/** An object of a response whose fields depend on the model. */
type ResponseObject = Readonly<Record<string, unknown>>;

/** An entity of a model-dependent response; `own` holds all its selected fields. */
export interface ResponseEntity extends NamedEntity {
  readonly values: ResponseObject;
}

/** An edge of a list: the entity, and the status of the relation to it. */
export interface ResponseEdge {
  readonly entity: ResponseEntity;
  readonly status: Status | undefined;
}

const statuses: readonly Status[] = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];

/** The fields of an object; empty for any other value. */
export function toObject(value: unknown): ResponseObject {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Parses a value as an entity; null if it lacks `__typename`, `id`, `en` or `zh`. */
export function parseEntity(value: unknown): ResponseEntity | null {
  const values = toObject(value);
  const { __typename, id, en, zh } = values;
  const isEntity = typeof __typename === 'string' && typeof id === 'string' && typeof en === 'string';
  return isEntity && typeof zh === 'string' ? { __typename, id, en, zh, values } : null;
}

/** The entities in the `nodes` of a connection. */
export function parseNodes(list: unknown): ResponseEntity[] {
  return toList(toObject(list)['nodes']).flatMap((node) => parseEntity(node) ?? []);
}

/** The entities in the `edges` of a connection, with the status of each relation. */
export function parseEdges(list: unknown): ResponseEdge[] {
  return toList(toObject(list)['edges']).flatMap((edge) => {
    const { node, relation } = toObject(edge);
    const entity = parseEntity(node);
    const { status } = toObject(relation);
    return entity ? [{ entity, status: statuses.find((knownStatus) => knownStatus === status) }] : [];
  });
}

/** The `totalCount` of a connection; 0 if it was not selected. */
export function parseTotalCount(list: unknown): number {
  return Number(toObject(list)['totalCount'] ?? 0);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
