import { entityId, parseEntityId } from './entity-id.js';
import type { Model, RelationTypeModel } from './model.js';

/** Either end of a relation. */
export type RelationEnd = 'from' | 'to';

/** The types of entities that one end of a relation type can have. */
export function endTypes({ pairs }: RelationTypeModel, end: RelationEnd): readonly string[] {
  return [...new Set(pairs.map(([from, to]) => (end === 'from' ? from : to)))];
}

/** The type of an end that ids and data files write as a bare slug; undefined if they always write the type. */
export function bareEndType(type: RelationTypeModel, end: RelationEnd): string | undefined {
  const [firstType, ...otherTypes] = endTypes(type, end);
  return type.bareTypes[end] ?? (otherTypes.length === 0 ? firstType : undefined);
}

/** Expands an end in a relation id or a data file to an entity id. */
export function expandEnd(type: RelationTypeModel, end: RelationEnd, text: string): string {
  const bareType = bareEndType(type, end);
  return bareType === undefined || text.includes(':') ? text : entityId(bareType, text);
}

/** Formats the id of a relation between two entities, given by their ids: `DEVELOPS:openai:dall-e`. */
export function relationId(type: RelationTypeModel, from: string, to: string): string {
  return `${type.name}:${formatEnd(type, 'from', from)}:${formatEnd(type, 'to', to)}`;
}

/** Parses the id of a relation into the ids of its two entities; undefined if the text is not the id of a relation. */
export function parseRelationId(model: Model, id: string): { readonly from: string; readonly to: string } | undefined {
  const [name = '', ...parts] = id.split(':');
  const type = model.relationTypes.find((one) => one.name === name);
  if (type === undefined) return undefined;
  const from = takeEnd(model, type, 'from', parts);
  const to = takeEnd(model, type, 'to', parts);
  return from !== undefined && to !== undefined && parts.length === 0 ? { from, to } : undefined;
}

function formatEnd(type: RelationTypeModel, end: RelationEnd, id: string): string {
  const bareType = bareEndType(type, end);
  return bareType !== undefined && id.startsWith(`${bareType}:`) ? id.slice(bareType.length + 1) : id;
}

function takeEnd(model: Model, type: RelationTypeModel, end: RelationEnd, parts: string[]): string | undefined {
  const first = parts.shift();
  if (first === undefined) return undefined;
  const bareType = bareEndType(type, end);
  if (bareType !== undefined && !model.types.some(({ name }) => name === first)) return entityId(bareType, first);
  const slug = parts.shift();
  const id = `${first}:${slug ?? ''}`;
  return slug !== undefined && parseEntityId(model, id) ? id : undefined;
}
