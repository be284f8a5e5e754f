import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { readOperation } from './read-operation.js';

interface Successor {
  readonly id: string;
  readonly releasedIn?: number | null;
  readonly endedIn: number | null;
}
interface Succession {
  readonly id: string;
  readonly status: string;
  readonly from: Successor;
  readonly to: Successor;
  readonly references: readonly object[];
}
interface OperationData {
  readonly relations: { readonly totalCount: number; readonly nodes: readonly Succession[] };
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

async function findSuccessions(): Promise<readonly Succession[]> {
  const { relations } = await api.query<OperationData>(readOperation('what-succeeded-what'));
  expect(relations.totalCount).toBe(relations.nodes.length);
  return relations.nodes;
}

describe('the successions', () => {
  it('lead from tools of the article to those that readers use today', async () => {
    const successors = Object.fromEntries((await findSuccessions()).map(({ from, to }) => [to.id, from.id]));
    expect(successors).toMatchObject({
      'Tool:dall-e': 'Tool:dall-e-2',
      'Tool:dall-e-2': 'Tool:dall-e-3',
      'Tool:dall-e-3': 'Tool:gpt-image',
      'Tool:gpt-4': 'Tool:gpt-5',
      'Tool:ibm-watson': 'Tool:watsonx',
    });
  });

  it('include Google Brain, which was united with DeepMind in 2023', async () => {
    const succession = (await findSuccessions()).find(({ to }) => to.id === 'Company:google-brain');
    expect(succession?.from.id).toBe('Company:deepmind');
    expect(succession?.to.endedIn).toBe(2023);
  });

  it('go from an older tool to a newer one, with a reference', async () => {
    for (const { id, from, to, references } of await findSuccessions()) {
      expect(references, id).not.toEqual([]);
      if (typeof from.releasedIn === 'number' && typeof to.releasedIn === 'number')
        expect(from.releasedIn, id).toBeGreaterThanOrEqual(to.releasedIn);
    }
  });
});
