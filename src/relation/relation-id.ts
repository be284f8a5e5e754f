import { entityId, parseEntityId } from '../entity/entity-types.js';
import { endTypes, isRelationType, type RelationEnd, type RelationType } from './relation-types.js';

/** The two entities, by id, that a relation with this id joins; undefined where the text is no relation's id. */
export function parseRelationId(id: string): { readonly from: string; readonly to: string } | undefined {
  const [type = '', ...parts] = id.split(':');
  if (!isRelationType(type)) return undefined;
  const from = takeEnd(type, 'from', parts);
  const to = takeEnd(type, 'to', parts);
  return from !== undefined && to !== undefined && parts.length === 0 ? { from, to } : undefined;
}

// An end stands as a bare slug where the type fixes its kind, else as kind and slug.
function takeEnd(type: RelationType, end: RelationEnd, parts: string[]): string | undefined {
  const [only, ...others] = endTypes(type, end);
  const first = parts.shift();
  if (first === undefined) return undefined;
  if (only !== undefined && others.length === 0) return entityId(only, first);
  const slug = parts.shift();
  const id = `${first}:${slug ?? ''}`;
  return slug !== undefined && parseEntityId(id) ? id : undefined;
}
