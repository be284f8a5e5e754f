import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the domain concept. */
export const domainResolvers = {
  Query: {
    domain: readRootField,
    domains: readRootField,
  },
  Domain: {
    ...entityFields,
    tools: property('tools'),
    companies: property('companies'),
    techniques: property('techniques'),
    industries: property('industries'),
    challenges: property('challenges'),
  },
} satisfies ConceptResolvers<'domain' | 'domains', 'Domain'>;
