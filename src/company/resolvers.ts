import { connectionFields, edgeFields } from '../connection/resolvers.js';
import { entityFields } from '../entity/fields.js';
import type { CompanyRow } from './record.js';
import type { ConceptResolvers } from '../read/concept-resolvers.js';
import { compiled, picked, stored } from '../read/resolvers.js';

/** Resolvers of the company concept. */
export const companyResolvers = {
  Query: {
    company: compiled,
    companies: compiled,
  },
  Company: {
    ...entityFields,
    kind: stored('kind'),
    tools: picked('tools'),
    regions: picked('regions'),
    domains: picked('domains'),
    segments: picked('segments'),
    tiers: picked('tiers'),
    techniques: picked('techniques'),
  },
  CompanyConnection: { ...connectionFields<CompanyRow>(), groups: picked('groups') },
  CompanyEdge: edgeFields<CompanyRow>(),
} satisfies ConceptResolvers<'company' | 'companies', 'Company' | 'CompanyConnection' | 'CompanyEdge'>;
