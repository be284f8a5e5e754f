import { projectModel } from '../../src/model/project-model.js';
import { searchEntry } from '../../src/search/entries.js';
import { at, onlyRoot, onlyRow, sortedBy } from './answer.js';
import type { WorkItem, World } from './work-item.js';

const searchQuery = 'query ($text: String!) { search(text: $text, first: 20) { nodes { id name } } }';

const pathQuery = `query ($from: ID!, $to: ID!) {
  paths(from: $from, to: $to, first: 1) { length nodes { id name } relations { id source target } }
}`;

const neighborhoodQuery = `query ($id: ID!) {
  neighborhood(ids: [$id], depth: 2, limit: 500) { nodes { id name } links { id source target } }
}`;

const graphQuery = '{ graph(limit: 10000) { nodes { id name } links { id source target } } }';

const largestNeighborhood = 300;
const candidates = 400;
const sizesBelow = `
  UNWIND $ids AS id
  MATCH (n:Entity {id: id})
  WITH n, COUNT { (n)--()--() } AS walks
  WHERE walks <= ${largestNeighborhood}
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
  answer: (server, data) => (server === 'raw' ? onlyRow(data) : onlyRoot(data)),
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
  answer: (_server, data) => onlyRow(data) ?? null,
};

/** All entities within two relations of a company. */
export const neighborhood: WorkItem = {
  name: 'neighborhood',
  title: 'neighborhood, depth 2',
  async cases(world: World) {
    const ids = world.sample.companies.slice(0, candidates).map((slug) => `Company:${slug}`);
    const small = await world.read(sizesBelow, { ids });
    return small.map((id) => ({
      requests: {
        ours: { query: neighborhoodQuery, variables: { id } },
        raw: { work: 'neighborhood', parameters: { id } },
      },
    }));
  },
  answer: (_server, data) => onlyRow(data),
};

/** All entities and relations of the article's graph. */
export const graph: WorkItem = {
  name: 'graph',
  title: "the article's whole graph",
  cases: (world) =>
    world.graph === 'article'
      ? [{ requests: { ours: { query: graphQuery }, raw: { work: 'graph', parameters: {} } } }]
      : [],
  answer: (_server, data) => drawn(data),
};

function drawn(data: unknown): unknown {
  const row = onlyRow(data);
  return { nodes: sortedBy(at(row, 'nodes'), 'id'), links: sortedBy(at(row, 'links'), 'id') };
}
