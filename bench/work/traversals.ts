import { projectModel } from '../../src/model/project-model.js';
import { searchEntry } from '../../src/search/entries.js';
import { valueAt, rootValue, singleRow, sortedValues } from './normalize.js';
import type { WorkItem, CaseContext } from './work-item.js';

const searchQuery = 'query ($text: String!) { search(text: $text, first: 20) { nodes { id name } } }';

const pathQuery = `query ($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, first: 1) { length nodes { id name } relations { id source target } }
}`;

const neighborhoodQuery = `query ($id: ID!) {
  neighborhood(ids: [$id], depth: 2, limit: 500) { nodes { id name } links { id source target } }
}`;

const graphQuery = '{ graph(limit: 10000) { nodes { id name } links { id source target } } }';

const maxWalks = 300;
const candidateCount = 400;
const smallNeighborhoods = `
  UNWIND $ids AS id
  MATCH (n:Entity {id: id})
  WITH n, COUNT { (n)--()--() } AS walks
  WHERE walks <= ${maxWalks}
  RETURN n.id`;

/** The first 20 search results for a name. */
export const search: WorkItem = {
  name: 'search',
  title: 'search',
  cases: ({ sample }) =>
    sample.names.map((text) => ({
      requests: {
        ours: { query: searchQuery, variables: { text } },
        // `size` is a bigint, which JSON cannot represent. The raw server sets its own.
        raw: { work: 'search', parameters: { ...searchEntry(projectModel()).parameters({ text }), size: undefined } },
      },
    })),
  normalize: (server, data) => (server === 'raw' ? singleRow(data) : rootValue(data)),
};

/** One shortest path between two companies. */
export const path: WorkItem = {
  name: 'path',
  title: 'shortest path',
  cases: ({ sample }) =>
    sample.pairs.map((variables) => ({
      requests: {
        ours: { query: pathQuery, variables },
        raw: { work: 'path', parameters: variables },
      },
    })),
  normalize: (_server, data) => singleRow(data) ?? null,
};

/** All entities within two relations of a company. */
export const neighborhood: WorkItem = {
  name: 'neighborhood',
  title: 'neighborhood, depth 2',
  async cases(context: CaseContext) {
    const ids = context.sample.companies.slice(0, candidateCount).map((slug) => `Company:${slug}`);
    const smallIds = await context.runStatement(smallNeighborhoods, { ids });
    return smallIds.map((id) => ({
      requests: {
        ours: { query: neighborhoodQuery, variables: { id } },
        raw: { work: 'neighborhood', parameters: { id } },
      },
    }));
  },
  normalize: (_server, data) => singleRow(data),
};

/** All entities and relations of the article's graph. */
export const graph: WorkItem = {
  name: 'graph',
  title: "the article's whole graph",
  cases: (context) =>
    context.graph === 'article'
      ? [{ requests: { ours: { query: graphQuery }, raw: { work: 'graph', parameters: {} } } }]
      : [],
  normalize: (_server, data) => normalizeGraph(data),
};

function normalizeGraph(data: unknown): unknown {
  const row = singleRow(data);
  return { nodes: sortedValues(valueAt(row, 'nodes'), 'id'), links: sortedValues(valueAt(row, 'links'), 'id') };
}
