import { entityFields } from '../entity/fields.js';
import type { ConceptResolvers } from '../execute/concept-resolvers.js';
import { property, readRootField } from '../execute/resolvers.js';

/** Resolvers of the company concept. */
export const companyResolvers = {
  Query: {
    company: readRootField,
    companies: readRootField,
  },
  Company: {
    ...entityFields,
    tools: property('tools'),
    regions: property('regions'),
    domains: property('domains'),
    segments: property('segments'),
    tiers: property('tiers'),
    techniques: property('techniques'),
  },
  CompanyConnection: { groups: property('groups') },
} satisfies ConceptResolvers<'company' | 'companies', 'Company' | 'CompanyConnection'>;
