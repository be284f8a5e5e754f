import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { StatisticRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';
import { text } from '../read/localized.js';

/** Resolvers of the statistic concept. */
export const statisticResolvers = {
  Query: {
    statistic: compiled,
    statistics: compiled,
  },
  Statistic: {
    ...entityFields,
    value: stored('value'),
    unit: text('unit'),
    year: stored('year'),
    kind: stored('kind'),
    publisher: text('publisher'),
    measures: picked('measures'),
  },
  StatisticConnection: connectionFields<StatisticRow>(),
  StatisticEdge: edgeFields<StatisticRow>(),
} satisfies ConceptResolvers<'statistic' | 'statistics', 'Statistic' | 'StatisticConnection' | 'StatisticEdge'>;
