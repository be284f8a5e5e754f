import type { CitationRow } from '../citation/record.js';
import { picked } from '../read/resolvers.js';
import { requiredText, text } from '../read/localized.js';
import type { EntityRow } from './record.js';

/** Resolvers that every type of entity has. */
export const entityFields = {
  id: (entity: EntityRow): string => entity.id,
  slug: (entity: EntityRow): string => entity.slug,
  name: requiredText('name'),
  aliases: (entity: EntityRow): readonly string[] => entity.aliases ?? [],
  summary: text('summary'),
  citations: (entity: EntityRow): readonly CitationRow[] => entity.citations,
  degree: (entity: EntityRow): number => entity.degree,
  relations: picked('relations'),
};
