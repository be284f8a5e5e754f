import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the segment concept. */
export const segmentResolvers = {
  Query: {
    segment: readRootField,
    segments: readRootField,
  },
  Segment: {
    ...entityFields,
    companies: property('companies'),
  },
} satisfies ConceptResolvers<'segment' | 'segments', 'Segment'>;
