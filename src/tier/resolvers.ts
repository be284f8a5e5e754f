import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the tier concept. */
export const tierResolvers = {
  Query: {
    tier: readRootField,
    tiers: readRootField,
  },
  Tier: {
    ...entityFields,
    segments: property('segments'),
    companies: property('companies'),
  },
} satisfies ConceptResolvers<'tier' | 'tiers', 'Tier'>;
