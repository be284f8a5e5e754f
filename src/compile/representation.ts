import { badInput } from '../errors.js';
import { entityId } from '../model/entity-id.js';
import { findType, type Model } from '../model/model.js';

/** What another subgraph refers to: the type and the id of an entity or a relation, either of which may not exist. */
export interface Representation {
  readonly type: string;
  readonly id: string;
}

/** Parses a representation; throws BAD_USER_INPUT, with its name in the request, if it is malformed. */
export function parseRepresentation(model: Model, name: string, value: unknown): Representation {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badInput(`${name} must be an object with __typename and a key, found ${quote(value)}.`);
  }
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const type = fields['__typename'];
  const isRelation = type === 'Relation';
  if (typeof type !== 'string' || (!isRelation && !findType(model, type))) {
    throw badInput(`${name}.__typename must be a type of the union _Entity, found ${quote(type)}.`);
  }
  const key = fields['id'] === undefined && !isRelation ? 'slug' : 'id';
  const text = fields[key];
  if (text === undefined) {
    const keys = isRelation ? 'id' : 'id or slug';
    const names = Object.keys(fields).join(', ');
    throw badInput(`${name} must have the key of ${type}, ${keys}, found only ${quote(names)}.`);
  }
  if (typeof text !== 'string') throw badInput(`${name}.${key} must be a string, found ${quote(text)}.`);
  return { type, id: key === 'id' ? text : entityId(type, text.toLowerCase()) };
}

function quote(value: unknown): string {
  const text = value === undefined ? 'none' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
