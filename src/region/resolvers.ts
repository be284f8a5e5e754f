import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { RegionRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';

/** Resolvers of the region concept. */
export const regionResolvers = {
  Query: {
    region: compiled,
    regions: compiled,
  },
  Region: {
    ...entityFields,
    level: stored('level'),
    parent: picked('parent'),
    children: picked('children'),
    companies: picked('companies'),
  },
  RegionConnection: connectionFields<RegionRow>(),
  RegionEdge: edgeFields<RegionRow>(),
} satisfies ConceptResolvers<'region' | 'regions', 'Region' | 'RegionConnection' | 'RegionEdge'>;
