import { picked, stored } from '../read/resolvers.js';
import { requiredText, text } from '../read/localized.js';
import type { EntityRow } from './record.js';

/** Resolvers that every type of entity has. */
export const entityFields = {
  id: stored('id'),
  slug: stored('slug'),
  name: requiredText('name'),
  aliases: (entity: EntityRow): readonly string[] => entity.aliases ?? [],
  summary: text('summary'),
  citations: stored('citations'),
  degree: stored('degree'),
  relations: picked('relations'),
};
