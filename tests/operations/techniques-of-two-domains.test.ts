import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { slugsOf, statusesOf, type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Named {
  readonly slug: string;
}
interface Citing {
  readonly citations: readonly { readonly chapter: number; readonly paragraph: number }[];
}
interface Domain extends Named {
  readonly strongestTechniques: Edges<Named, Citing>;
  readonly techniques: Edges<Named & { readonly foundations: Edges<Named>; readonly tools: Edges<Named> }, Citing>;
}
interface OperationData {
  readonly domains: { readonly nodes: readonly Domain[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('techniques-of-two-domains');

async function findDomains(variables?: object): Promise<readonly Domain[]> {
  return (await api.query<OperationData>(operation, { ...variables })).domains.nodes;
}

describe('the techniques of two domains', () => {
  it('are the strongest in generation for image (paragraph 3) and in synthesis for speech (paragraph 9)', async () => {
    const [image, speech] = await findDomains();
    const strongest = [image, speech].map((domain) =>
      domain?.strongestTechniques.edges.map(({ node, relation }) => [node.slug, relation.citations]),
    );
    expect(strongest).toEqual([
      [['image-generation', [{ chapter: 2, paragraph: 3 }]]],
      [['speech-synthesis', [{ chapter: 2, paragraph: 9 }]]],
    ]);
  });

  it('are doubtful where they only recognize content', async () => {
    const [image, speech] = await findDomains();
    expect(image && statusesOf(image.techniques)).toMatchObject({
      'generative-adversarial-network': 'CONFIRMED',
      'image-generation': 'CONFIRMED',
      'image-recognition': 'DOUBTFUL',
    });
    expect(speech && statusesOf(speech.techniques)).toEqual({
      'speech-processing': 'CONFIRMED',
      'speech-recognition': 'DOUBTFUL',
      'speech-synthesis': 'CONFIRMED',
    });
  });

  it('have their foundations and their tools', async () => {
    const [image] = await findDomains();
    const generation = image?.techniques.edges.find(({ node }) => node.slug === 'image-generation')?.node;
    expect(generation && slugsOf(generation.foundations)).toEqual(
      expect.arrayContaining(['diffusion-model', 'generative-adversarial-network']),
    );
    expect(generation && slugsOf(generation.tools)).toEqual(expect.arrayContaining(['dall-e', 'gaugan', 'midjourney']));
  });

  it('leave out an unknown domain', async () => {
    expect((await findDomains({ other: 'cooking' })).map(({ slug }) => slug)).toEqual(['image']);
  });
});
