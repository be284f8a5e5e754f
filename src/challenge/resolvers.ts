import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the challenge concept. */
export const challengeResolvers = {
  Query: {
    challenge: readRootField,
    challenges: readRootField,
  },
  Challenge: {
    ...entityFields,
    domains: property('domains'),
    stages: property('stages'),
    trends: property('trends'),
  },
} satisfies ConceptResolvers<'challenge' | 'challenges', 'Challenge'>;
