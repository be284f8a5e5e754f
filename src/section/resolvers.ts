import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField, requiredText } from '../execute/resolvers.js';

/** Resolvers of the section concept. */
export const sectionResolvers = {
  Query: {
    section: readRootField,
    sections: readRootField,
  },
  Section: {
    ...entityFields,
    title: requiredText('title'),
    children: property('children'),
    entities: property('entities'),
  },
} satisfies ConceptResolvers<'section' | 'sections', 'Section'>;
