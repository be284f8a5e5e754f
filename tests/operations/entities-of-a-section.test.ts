import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface OperationData {
  readonly section: {
    readonly number: string;
    readonly title: string;
    readonly entities: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly __typename: string; readonly slug: string }[];
    };
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('entities-of-a-section');

describe('the entities that a section mentions', () => {
  it('are the domain, three tools, two makers and the techniques for section 2.7', async () => {
    const { section } = await api.query<OperationData>(operation);
    expect([section.number, section.title]).toEqual(['2.7', 'Code Direction']);
    expect(slugsByType(section)).toEqual({
      Domain: ['code'],
      Tool: ['deepcoder', 'kite', 'snyk'],
      Company: ['microsoft', 'university-of-cambridge'],
      Technique: [
        'aigc',
        'automatic-programming',
        'bug-fix-suggestion',
        'code-completion',
        'code-inspection',
        'code-recommendation',
        'vulnerability-detection',
      ],
    });
    expect(section.entities.totalCount).toBe(section.entities.nodes.length);
  });

  it('include those of subsections for chapter 1', async () => {
    const { section } = await api.query<OperationData>(operation, { section: 'technology-development' });
    const slugs = slugsByType(section);
    expect(slugs['Stage']).toEqual(['early-exploration', 'application-expansion', 'deep-integration']);
    // Paragraph 1 names the team, paragraph 6 (in section 1.2) the three companies that commercialized the technology.
    expect(slugs['Company']).toEqual(['adobe', 'google', 'google-brain', 'openai']);
    expect(slugs['Tool']).toEqual(['gpt-series']);
  });
});

function slugsByType({ entities }: OperationData['section']): Record<string, string[]> {
  const slugLists: Record<string, string[]> = {};
  for (const { __typename, slug } of entities.nodes) (slugLists[__typename] ??= []).push(slug);
  return slugLists;
}
