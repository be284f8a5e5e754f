import { valueAt, rootValue } from './normalize.js';
import type { Case, WorkItem, CaseContext } from './work-item.js';

const ours = 'query ($after: String) { companies(first: 20, after: $after) { nodes { slug name } } }';
const oursCursors = 'query ($after: String) { companies(first: 100, after: $after) { edges { cursor } } }';
// Not `companiesConnection`: its statement copies the whole list into each row, and Neo4j runs out of memory.
const neo4jGraphql = `query ($offset: Int) {
  companies(limit: 20, offset: $offset, sort: [{ sortKey: ASC }]) { slug name }
}`;
const dataloader = 'query ($after: String) { companies(first: 20, after: $after) { slug name } }';
const postgraphile = `query ($after: Cursor) {
  allCompanies(first: 20, after: $after, orderBy: SORT_KEY_ASC) { nodes { slug name } }
}`;
const postgraphileCursors = `query ($offset: Int) {
  allCompanies(first: 1, offset: $offset, orderBy: SORT_KEY_ASC) { edges { cursor } }
}`;

const pageSize = 20;
const pagesBefore = 100;
const pages = 40;
const sortKeys = 'MATCH (c:Company) WITH c.sortKey AS key ORDER BY key SKIP $skip LIMIT $limit RETURN key';

/** Pages 101 to 140 of all companies, by cursor. */
export const page: WorkItem = {
  name: 'page',
  title: 'page 100 deep',
  async cases(context) {
    // The number of companies before each page; its cursor is that of the last of them.
    const offsets = Array.from({ length: pages }, (_, index) => (pagesBefore + index) * pageSize);
    const parameters = { skip: BigInt(pagesBefore * pageSize - 1), limit: BigInt(pages * pageSize) };
    const keys = await context.runStatement(sortKeys, parameters);
    if (keys.length < pages * pageSize) return [];
    const cursors = await collectCursors(context, pages * pageSize + pagesBefore * pageSize);
    const cases = offsets.map((offset) =>
      caseAt(context, offset, keys[offset - pagesBefore * pageSize], cursors[offset - 1]),
    );
    return Promise.all(cases);
  },
  normalize: (_server, data) => rootValue(data),
};

async function caseAt(context: CaseContext, offset: number, key: unknown, cursor: unknown): Promise<Case> {
  const cursorPage = await context.sendRequest('postgraphile', {
    query: postgraphileCursors,
    variables: { offset: offset - 1 },
  });
  const [edge] = edgesOf(cursorPage);
  return {
    requests: {
      ...(cursor === undefined ? {} : { ours: { query: ours, variables: { after: cursor } } }),
      raw: { work: 'page', parameters: { after: key } },
      'neo4j-graphql': { query: neo4jGraphql, variables: { offset: offset } },
      dataloader: { query: dataloader, variables: { after: key } },
      ...(edge === undefined
        ? {}
        : { postgraphile: { query: postgraphile, variables: { after: valueAt(edge, 'cursor') } } }),
    },
  };
}

/** Collects the cursors of the first companies from our server. */
async function collectCursors(context: CaseContext, length: number): Promise<unknown[]> {
  const cursors: unknown[] = [];
  while (cursors.length < length) {
    const after = cursors.at(-1) ?? null;
    const edges = edgesOf(await context.sendRequest('ours', { query: oursCursors, variables: { after } }));
    if (edges.length === 0) break;
    cursors.push(...edges.map((edge) => valueAt(edge, 'cursor')));
  }
  return cursors;
}

function edgesOf(data: unknown): unknown[] {
  const [root] = Object.values(data ?? {});
  const edges = valueAt(root, 'edges');
  return Array.isArray(edges) ? edges : [];
}
