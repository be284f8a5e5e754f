import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { slugsOf, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Named {
  readonly slug: string;
}
interface Stage extends Named {
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly next: Named | null;
  readonly techniques: Edges<Named>;
  readonly tools: Edges<Named & { readonly releasedIn: number }>;
  readonly appliedTechniques: Edges<Named>;
  readonly domains: Edges<Named>;
  readonly industries: Edges<Named>;
  readonly companies: Edges<Named>;
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

async function findStages(): Promise<[Stage, Stage, Stage]> {
  const { stages } = await api.query<{ stages: { nodes: readonly Stage[] } }>(readOperation('stages-in-order'));
  const [exploration, expansion, integration, ...others] = stages.nodes;
  if (!exploration || !expansion || !integration) throw new Error('Expected three stages.');
  expect(others).toEqual([]);
  return [exploration, expansion, integration];
}

describe('the stages of chapter 1', () => {
  it('are three, in order', async () => {
    const stages = await findStages();
    expect(stages.map(({ slug, fromYear, toYear, next }) => [slug, fromYear, toYear, next?.slug ?? null])).toEqual([
      ['early-exploration', 2010, 2014, 'application-expansion'],
      ['application-expansion', 2014, 2021, 'deep-integration'],
      ['deep-integration', 2021, null, null],
    ]);
  });

  it('saw generation emerge from 2010, which is doubtful, because programs did it before', async () => {
    const [exploration] = await findStages();
    expect(statusesOf(exploration.techniques)).toEqual({
      aigc: 'DOUBTFUL',
      'image-generation': 'DOUBTFUL',
      'music-generation': 'DOUBTFUL',
      'text-generation': 'DOUBTFUL',
    });
    expect(slugsOf(exploration.appliedTechniques)).toEqual(['deep-learning', 'neural-network']);
    expect(slugsOf(exploration.tools)).toEqual([]);
  });

  it('saw AIGC applied from 2014 in domains, industries and companies, as paragraph 6 states', async () => {
    const [, expansion] = await findStages();
    expect(slugsOf(expansion.domains)).toEqual(['image', 'music', 'video']);
    expect(slugsOf(expansion.industries)).toEqual(['advertising', 'education', 'entertainment']);
    expect(slugsOf(expansion.companies)).toEqual(['adobe', 'google', 'openai']);
  });

  it('saw AIGC combined from 2021 with other techniques, which did not emerge then', async () => {
    const [, , integration] = await findStages();
    expect(slugsOf(integration.appliedTechniques)).toEqual([
      'computer-vision',
      'machine-learning',
      'natural-language-processing',
    ]);
    expect(slugsOf(integration.techniques)).toEqual([]);
  });

  it('contain the year in which each of their tools was released', async () => {
    for (const { fromYear, toYear, tools } of await findStages()) {
      for (const { node } of tools.edges) {
        expect(node.releasedIn, node.slug).toBeGreaterThanOrEqual(fromYear);
        expect(node.releasedIn, node.slug).toBeLessThanOrEqual(toYear ?? Infinity);
      }
    }
  });
});
