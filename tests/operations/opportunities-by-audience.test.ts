import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Opportunity {
  readonly slug: string;
  readonly audience: string;
  readonly relations: {
    readonly nodes: readonly { readonly status: string; readonly from: { readonly id: string } }[];
  };
}
interface OperationData {
  readonly opportunities: {
    readonly totalCount: number;
    readonly groups: readonly { readonly key: string; readonly count: number }[];
    readonly nodes: readonly Opportunity[];
  };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('opportunities-by-audience');

async function findOpportunities(audience: string): Promise<readonly Opportunity[]> {
  const { opportunities } = await api.query<OperationData>(operation);
  return opportunities.nodes.filter((opportunity) => opportunity.audience === audience);
}

describe('the opportunities by audience', () => {
  it('are the four of chapter 5, paragraphs 2 to 5, for individuals', async () => {
    const individuals = await findOpportunities('INDIVIDUAL');
    expect(individuals.map(({ slug }) => slug)).toEqual([
      'creation-and-sharing',
      'employment-and-entrepreneurship',
      'learning-and-research',
      'use-and-consumption',
    ]);
  });

  it('include the five of chapter 5, paragraphs 8 to 12, for enterprises', async () => {
    const enterprises = await findOpportunities('ENTERPRISE');
    expect(enterprises.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'digital-transformation',
        'new-business-models',
        'personalization-and-customization',
        'saving-time-and-cost',
        'stronger-marketing',
      ]),
    );
  });

  it('are counted by audience', async () => {
    const { opportunities } = await api.query<OperationData>(operation);
    const counts = Object.fromEntries(opportunities.groups.map(({ key, count }) => [key, count]));
    expect(counts).toEqual({
      INDIVIDUAL: opportunities.nodes.filter(({ audience }) => audience === 'INDIVIDUAL').length,
      ENTERPRISE: opportunities.nodes.filter(({ audience }) => audience === 'ENTERPRISE').length,
    });
    expect(opportunities.totalCount).toBe(opportunities.nodes.length);
  });

  it('are created by the tools of chapter 5, paragraph 3, for creation and sharing', async () => {
    const individuals = await findOpportunities('INDIVIDUAL');
    const creation = individuals.find(({ slug }) => slug === 'creation-and-sharing');
    const statuses = Object.fromEntries(creation?.relations.nodes.map(({ from, status }) => [from.id, status]) ?? []);
    expect(statuses).toMatchObject({
      'Tool:chatgpt': 'CONFIRMED',
      'Tool:canva': 'CONFIRMED',
      'Tool:artbreeder': 'CONFIRMED',
      'Tool:stable-diffusion': 'CONFIRMED',
      'Tool:ai-writer': 'DOUBTFUL', // chapter 4, paragraph 20: no trace of it was found
    });
  });
});
