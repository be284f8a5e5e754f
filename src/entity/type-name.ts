import { AtlasError } from '../errors.js';
import { parseEntityId, type EntityType } from './entity-types.js';

/** The GraphQL type of an entity, which its id begins with. */
export function typeNameOf(id: string): EntityType {
  const parsed = parseEntityId(id);
  if (parsed) return parsed.type;
  throw new AtlasError(
    'INTERNAL_SERVER_ERROR',
    `An entity's id must begin with its type, as Company:openai; found ${id}.`,
  );
}
