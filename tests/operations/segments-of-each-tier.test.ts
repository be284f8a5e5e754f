import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Tier {
  readonly slug: string;
  readonly position: number;
  readonly feeds: { readonly slug: string } | null;
  readonly segments: { readonly nodes: readonly { readonly slug: string }[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

it('The segments of each tier match chapter 3, paragraphs 12 to 14, in chain order', async () => {
  const { tiers } = await api.query<{ tiers: { nodes: readonly Tier[] } }>(readOperation('segments-of-each-tier'));
  const rows = tiers.nodes.map(({ slug, position, feeds, segments }) => [
    position,
    slug,
    feeds?.slug ?? null,
    segments.nodes.map((segment) => segment.slug),
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
