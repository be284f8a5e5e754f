import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { SectionRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';
import { requiredText } from '../read/localized.js';

/** Resolvers of the section concept. */
export const sectionResolvers = {
  Query: {
    section: compiled,
    sections: compiled,
  },
  Section: {
    ...entityFields,
    number: stored('number'),
    title: requiredText('title'),
    parent: picked('parent'),
    children: picked('children'),
    entities: picked('entities'),
  },
  SectionConnection: connectionFields<SectionRow>(),
  SectionEdge: edgeFields<SectionRow>(),
} satisfies ConceptResolvers<'section' | 'sections', 'Section' | 'SectionConnection' | 'SectionEdge'>;
