import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface OperationData {
  readonly techniques: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly slug: string; readonly domains: { readonly edges: readonly Edge[] } }[];
  };
}
interface Edge {
  readonly node: { readonly slug: string };
  readonly relation: { readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('techniques-of-two-domains');

describe('the techniques shared by two domains', () => {
  it('are multimodal deep learning (chapter 6, paragraph 5) for image and speech', async () => {
    const { techniques } = await api.query<OperationData>(operation);
    expect(techniques.totalCount).toBe(1);
    const [multimodal] = techniques.nodes;
    expect(multimodal?.slug).toBe('multimodal-deep-learning');
    const expectedCitations = [{ chapter: 6, paragraph: 5 }];
    expect(multimodal?.domains.edges.map(({ node, relation }) => [node.slug, relation.citations])).toEqual([
      ['image', expectedCitations],
      ['speech', expectedCitations],
      ['text', expectedCitations],
    ]);
  });

  it('are all techniques of a domain compared with itself', async () => {
    const { techniques } = await api.query<OperationData>(operation, { one: 'code', other: 'code' });
    // Chapter 2, paragraph 34.
    expect(techniques.nodes.map(({ slug }) => slug)).toEqual([
      'automatic-programming',
      'code-inspection',
      'code-recommendation',
    ]);
  });

  it('are empty for music and math', async () => {
    const { techniques } = await api.query<OperationData>(operation, { one: 'music', other: 'math' });
    expect(techniques).toEqual({ totalCount: 0, nodes: [] });
  });
});
