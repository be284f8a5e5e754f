import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Maker {
  readonly slug: string;
  readonly tools: { readonly groups: readonly { readonly key: string; readonly count: number }[] };
}
interface OperationData {
  readonly companies: { readonly nodes: readonly Maker[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);
const operation = readOperation('makers-in-several-domains');

describe('the makers of tools in more than one domain', () => {
  it('are seven companies of chapters 2 and 4, without refuted facts', async () => {
    expect(toolCountsByMaker(await api.query<OperationData>(operation))).toEqual({
      openai: { text: 3, image: 2, game: 1 },
      baidu: { image: 2, text: 2, speech: 1 },
      tencent: { text: 3, image: 2 },
      microsoft: { code: 1, image: 1, speech: 1 },
      google: { image: 1, text: 1 },
      adobe: { design: 1, image: 1, video: 1 },
      ibm: { image: 1, speech: 1, text: 1 },
    });
  });

  it('include Grover by IBM and DALL-E 2 for video if refuted facts count', async () => {
    const statuses = ['UNCHECKED', 'CONFIRMED', 'DOUBTFUL', 'REFUTED'];
    expect(toolCountsByMaker(await api.query<OperationData>(operation, { statuses }))).toMatchObject({
      openai: { video: 1 },
      ibm: { text: 2 },
    });
  });
});

function toolCountsByMaker({ companies }: OperationData): Record<string, Record<string, number>> {
  const makers = companies.nodes.filter(({ tools }) => tools.groups.length > 1);
  return Object.fromEntries(
    makers.map(({ slug, tools }) => [slug, Object.fromEntries(tools.groups.map(({ key, count }) => [key, count]))]),
  );
}
