import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the trend concept. */
export const trendResolvers = {
  Query: {
    trend: readRootField,
    trends: readRootField,
  },
  Trend: {
    ...entityFields,
    challenges: property('challenges'),
  },
} satisfies ConceptResolvers<'trend' | 'trends', 'Trend'>;
