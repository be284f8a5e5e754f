import { expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Slugs {
  readonly nodes: readonly { readonly slug: string }[];
}
interface Stage {
  readonly slug: string;
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly next: { readonly slug: string } | null;
  readonly techniques: Slugs;
  readonly tools: Slugs;
  readonly industries: Slugs;
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

it('The three stages match chapter 1, in order and with what emerged in each', async () => {
  const { stages } = await api.query<{ stages: { nodes: readonly Stage[] } }>(readOperation('stages-in-order'));
  const rows = stages.nodes.map(({ next, techniques, tools, industries, slug, fromYear, toYear }) => ({
    stage: [slug, fromYear, toYear, next?.slug ?? null],
    techniques: slugs(techniques),
    tools: slugs(tools),
    industries: slugs(industries),
  }));
  expect(rows).toEqual([
    {
      stage: ['early-exploration', 2010, 2014, 'application-expansion'],
      techniques: [
        'aigc',
        'deep-learning',
        'image-generation',
        'music-generation',
        'neural-network',
        'text-generation',
      ],
      tools: [],
      industries: [],
    },
    {
      stage: ['application-expansion', 2014, 2021, 'deep-integration'],
      techniques: ['video-generation'],
      tools: [],
      industries: ['advertising', 'education', 'entertainment'],
    },
    {
      stage: ['deep-integration', 2021, null, null],
      techniques: ['computer-vision', 'machine-learning', 'natural-language-processing'],
      tools: [],
      industries: [],
    },
  ]);
});

function slugs({ nodes }: Slugs): string[] {
  return nodes.map(({ slug }) => slug);
}
