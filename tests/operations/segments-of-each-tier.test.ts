import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { slugsOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Placement {
  readonly basis: string;
  readonly references: readonly { readonly url: string }[];
}
type Companies = Edges<{ readonly slug: string }, Placement>;
interface Segment {
  readonly slug: string;
  readonly companies: Companies;
}
interface Tier {
  readonly slug: string;
  readonly position: number;
  readonly feeds: { readonly slug: string } | null;
  readonly companies: Companies;
  readonly segments: Edges<Segment>;
}
interface OperationData {
  readonly tiers: { readonly nodes: readonly Tier[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('segments-of-each-tier');

describe('the tiers of the industry chain', () => {
  it('have the segments of chapter 3, paragraphs 12 to 14, in chain order', async () => {
    const { tiers } = await api.query<OperationData>(operation);
    const rows = tiers.nodes.map(({ slug, position, feeds, segments }) => [
      position,
      slug,
      feeds?.slug ?? null,
      slugsOf(segments).toSorted(),
    ]);
    expect(rows).toEqual([
      [
        1,
        'upstream',
        'midstream',
        ['creator-ecosystem', 'data-analysis-and-annotation', 'data-suppliers', 'open-source-algorithms'],
      ],
      [
        2,
        'midstream',
        'downstream',
        ['content-design', 'content-production-tools', 'data-organization', 'operations-efficiency'],
      ],
      [
        3,
        'downstream',
        null,
        [
          'application-scenarios',
          'content-creation-and-distribution-platforms',
          'content-terminal-manufacturers',
          'end-customers',
        ],
      ],
    ]);
  });

  it('have companies of their own, such as makers of processors upstream and of models midstream', async () => {
    const { tiers } = await api.query<OperationData>(operation);
    const companies = Object.fromEntries(tiers.nodes.map((tier) => [tier.slug, slugsOf(tier.companies)]));
    expect(companies['upstream']).toEqual(expect.arrayContaining(['graphcore', 'nvidia']));
    expect(companies['midstream']).toEqual(expect.arrayContaining(['microsoft', 'openai', 'sensetime']));
  });

  it('list each company at most once, with a reference for each placement by a curator', async () => {
    const { tiers } = await api.query<OperationData>(operation);
    const placements = tiers.nodes.flatMap(({ companies, segments }) => [
      ...companies.edges,
      ...segments.edges.flatMap(({ node }) => node.companies.edges),
    ]);
    expect(new Set(placements.map(({ node }) => node.slug)).size).toBe(placements.length);
    for (const { relation } of placements) {
      expect(relation.basis, relation.id).toBe('CURATED');
      expect(relation.references, relation.id).not.toEqual([]);
    }
  });
});
