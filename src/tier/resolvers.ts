import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { TierRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';

/** Resolvers of the tier concept. */
export const tierResolvers = {
  Query: {
    tier: compiled,
    tiers: compiled,
  },
  Tier: {
    ...entityFields,
    position: stored('position'),
    feeds: picked('feeds'),
    fedBy: picked('fedBy'),
    segments: picked('segments'),
    companies: picked('companies'),
  },
  TierConnection: connectionFields<TierRow>(),
  TierEdge: edgeFields<TierRow>(),
} satisfies ConceptResolvers<'tier' | 'tiers', 'Tier' | 'TierConnection' | 'TierEdge'>;
