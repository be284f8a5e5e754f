import { describe, expect, it } from 'vitest';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { type Edges } from './edges.js';
import { readOperation } from './read-operation.js';

interface Tool {
  readonly slug: string;
  readonly releasedIn: number | null;
  readonly operatingStatus: string | null;
  readonly successors?: Edges<Tool, { readonly references: readonly object[] }>;
}

const neo4j = sharedNeo4j();
const api = serveApi(() => neo4j.database);

async function findSuccessors(slug?: string): Promise<Tool[]> {
  const { tool } = await api.query<{ readonly tool: Tool | null }>(readOperation('what-succeeded-a-tool'), {
    tool: slug,
  });
  return tool ? successorsOf(tool) : [];
}

describe('the successors of a tool', () => {
  it('are DALL·E 2, DALL·E 3 and GPT Image for DALL·E, each newer than the one before', async () => {
    const successors = await findSuccessors();
    expect(successors.map(({ slug, releasedIn }) => [slug, releasedIn])).toEqual([
      ['dall-e-2', 2022],
      ['dall-e-3', 2023],
      ['gpt-image', 2025],
    ]);
  });

  it('include GPT-5 for GPT-4, and watsonx for IBM Watson', async () => {
    expect((await findSuccessors('gpt-4'))[0]?.slug).toBe('gpt-5');
    expect((await findSuccessors('ibm-watson')).map(({ slug }) => slug)).toEqual(['watsonx']);
  });

  it('are none for Transformer', async () => {
    expect(await findSuccessors('transformer')).toEqual([]);
  });
});

/** Lists the successors of a tool, each followed by its own, and expects a reference for each succession. */
function successorsOf({ successors }: Tool): Tool[] {
  return (successors?.edges ?? []).flatMap(({ relation, node }) => {
    expect(relation.references, relation.id).not.toEqual([]);
    return [node, ...successorsOf(node)];
  });
}
