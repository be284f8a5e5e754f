import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { TrendRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked } from '../read/resolvers.js';

/** Resolvers of the trend concept. */
export const trendResolvers = {
  Query: {
    trend: compiled,
    trends: compiled,
  },
  Trend: {
    ...entityFields,
    challenges: picked('challenges'),
  },
  TrendConnection: connectionFields<TrendRow>(),
  TrendEdge: edgeFields<TrendRow>(),
} satisfies ConceptResolvers<'trend' | 'trends', 'Trend' | 'TrendConnection' | 'TrendEdge'>;
