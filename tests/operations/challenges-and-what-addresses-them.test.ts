import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { slugsOf, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Named {
  readonly slug: string;
}
interface Challenge extends Named {
  readonly addressingTrends: Edges<Named>;
  readonly addressingTechniques: Edges<Named>;
  readonly addressingTools: Edges<Named>;
}
interface OperationData {
  readonly technique: { readonly challenges: { readonly totalCount: number } & Edges<Challenge> };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('challenges-and-what-addresses-them');

async function findChallenges(technique?: string): Promise<Edges<Challenge>> {
  return (await api.query<OperationData>(operation, { technique })).technique.challenges;
}

describe('the challenges of a technique', () => {
  it('are content quality, law, bias and those of chapter 6 for AIGC', async () => {
    expect(statusesOf(await findChallenges('aigc'))).toMatchObject({
      // chapter 1, paragraphs 13 and 14
      'content-quality-and-accuracy': 'CONFIRMED',
      'intellectual-property': 'CONFIRMED',
      bias: 'CONFIRMED',
      // chapter 6, paragraphs 13 to 16
      'data-privacy-and-security': 'CONFIRMED',
      explainability: 'CONFIRMED',
      'social-and-ethical-issues': 'CONFIRMED',
    });
  });

  it('are addressed by explainable AI for explainability and trust (chapter 6, paragraph 7)', async () => {
    const challenges = await findChallenges('aigc');
    const addressed = challenges.edges.filter(({ node }) => slugsOf(node.addressingTrends).includes('explainable-ai'));
    expect(addressed.map(({ node }) => node.slug)).toEqual(['explainability', 'transparency-and-trust']);
  });

  it('are calculation for language models, addressed by MathPrompter (chapter 2, paragraph 42)', async () => {
    const challenges = await findChallenges();
    const calculation = challenges.edges.find(({ node }) => node.slug === 'llm-calculation-weakness')?.node;
    expect(calculation && slugsOf(calculation.addressingTools)).toContain('mathprompter');
    expect(calculation && slugsOf(calculation.addressingTechniques)).toContain('multi-expression-prompting');
  });
});
