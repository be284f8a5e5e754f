import { describe, expect, it } from 'vitest';
import { httpServer } from '../http/http-server.js';
import { sharedNeo4j } from '../setup/databases.js';

/** The part of a node-link export that these tests check. */
interface NodeLink {
  readonly graph: { readonly truncated: boolean };
  readonly nodes: readonly { readonly id: string }[];
}

const neo4j = sharedNeo4j();
const server = httpServer(() => neo4j.database);

/** Downloads an export; returns its truncation header, its `truncated` flag and its number of entities. */
async function download(query: string): Promise<[header: string | null, truncated: boolean, count: number]> {
  const { headers, text } = await server.get(`/export/graph.node-link.json${query}`);
  const { graph, nodes } = JSON.parse(text) as NodeLink; // its format is tested elsewhere
  return [headers.get('x-atlas-truncated'), graph.truncated, nodes.length];
}

async function exportGraph(field: string): Promise<NodeLink & { readonly isTruncated: unknown }> {
  const { body } = await server.post({ query: `{ graph: ${field} { truncated export(format: NODE_LINK) } }` });
  const { graph } = body.data as { graph: { truncated: boolean; export: NodeLink } }; // the selection set of the query
  return { ...graph.export, isTruncated: graph.truncated };
}

describe('A graph with a limit', () => {
  it('is marked as truncated in a download, with exactly as many entities as the limit', async () => {
    const [, , total] = await download('?entityTypes=REGION');
    expect(total).toBeGreaterThan(20);
    expect(await download(`?entityTypes=REGION&limit=${total - 1}`)).toEqual(['true', true, total - 1]);
    expect(await download('?limit=3')).toEqual(['true', true, 3]);
  });

  it('is not marked as truncated if the limit is exactly reached or absent', async () => {
    const [header, truncated, total] = await download('?entityTypes=REGION');
    expect([header, truncated]).toEqual([null, false]);
    expect(await download(`?entityTypes=REGION&limit=${total}`)).toEqual([null, false, total]);
    expect(await download('')).toEqual([null, false, expect.any(Number)]);
  });

  it.each([
    ['graph(limit: 3)', true],
    ['graph(limit: 10000)', false],
    ['neighborhood(ids: ["Company:openai"], limit: 3)', true],
    ['neighborhood(ids: ["Company:openai"], limit: 10000)', false],
    ['between(ids: ["Company:openai", "Company:baidu"])', false],
  ])('has the same mark in its GraphQL export: %s', async (field, shouldBeTruncated) => {
    const { graph, nodes, isTruncated } = await exportGraph(field);
    expect([graph.truncated, isTruncated]).toEqual([shouldBeTruncated, shouldBeTruncated]);
    if (shouldBeTruncated) expect(nodes).toHaveLength(3);
  });
});
