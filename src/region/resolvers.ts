import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the region concept. */
export const regionResolvers = {
  Query: {
    region: readRootField,
    regions: readRootField,
  },
  Region: {
    ...entityFields,
    children: property('children'),
    companies: property('companies'),
  },
} satisfies ConceptResolvers<'region' | 'regions', 'Region'>;
