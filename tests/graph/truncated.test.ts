import { describe, expect, it } from 'vitest';
import { httpServer } from '../http/http-server.js';
import { sharedNeo4j } from '../setup/databases.js';

/** As much of an export for networkx as these tests look at. */
interface NodeLink {
  readonly graph: { readonly truncated: boolean };
  readonly nodes: readonly { readonly id: string }[];
}

const neo4j = sharedNeo4j();
const server = httpServer(() => neo4j.database);

/** How a download is marked, in its header and in itself, and how many entities it holds. */
async function download(query: string): Promise<[header: string | null, truncated: boolean, count: number]> {
  const { headers, text } = await server.get(`/export/graph.node-link.json${query}`);
  const { graph, nodes } = JSON.parse(text) as NodeLink; // the file's own test shows its shape
  return [headers.get('x-atlas-truncated'), graph.truncated, nodes.length];
}

async function exported(field: string): Promise<NodeLink & { readonly isSaid: unknown }> {
  const { body } = await server.post({ query: `{ graph: ${field} { truncated export(format: NODE_LINK) } }` });
  const { graph } = body.data as { graph: { truncated: boolean; export: NodeLink } }; // what the query asks for
  return { ...graph.export, isSaid: graph.truncated };
}

describe('a graph that a limit cuts', () => {
  it('says so as a download, and holds exactly as many entities as the limit lets in', async () => {
    const [, , all] = await download('?entityTypes=REGION');
    expect(all).toBeGreaterThan(20);
    expect(await download(`?entityTypes=REGION&limit=${all - 1}`)).toEqual(['true', true, all - 1]);
    expect(await download('?limit=3')).toEqual(['true', true, 3]);
  });

  it('is not taken for cut where the limit is just met, or there is none', async () => {
    const [header, truncated, all] = await download('?entityTypes=REGION');
    expect([header, truncated]).toEqual([null, false]);
    expect(await download(`?entityTypes=REGION&limit=${all}`)).toEqual([null, false, all]);
    expect(await download('')).toEqual([null, false, expect.any(Number)]);
  });

  it.each([
    ['graph(limit: 3)', true],
    ['graph(limit: 10000)', false],
    ['neighborhood(ids: ["Company:openai"], limit: 3)', true],
    ['neighborhood(ids: ["Company:openai"], limit: 10000)', false],
    ['between(ids: ["Company:openai", "Company:baidu"])', false],
  ])('says so in what GraphQL exports of it: %s', async (field, isCut) => {
    const { graph, nodes, isSaid } = await exported(field);
    expect([graph.truncated, isSaid]).toEqual([isCut, isCut]);
    if (isCut) expect(nodes).toHaveLength(3);
  });
});
