import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField, text } from '../execute/resolvers.js';

/** Resolvers of the statistic concept. */
export const statisticResolvers = {
  Query: {
    statistic: readRootField,
    statistics: readRootField,
  },
  Statistic: {
    ...entityFields,
    unit: text('unit'),
    publisher: text('publisher'),
    measures: property('measures'),
  },
} satisfies ConceptResolvers<'statistic' | 'statistics', 'Statistic'>;
