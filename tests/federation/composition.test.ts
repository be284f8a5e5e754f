import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printClientSchema } from '../../scripts/published-schema.js';
import { openAtlas } from '../../src/commands/atlas.js';
import { printSubgraphSdl } from '../../src/model/expand/subgraph.js';
import type { Model } from '../../src/model/model.js';
import { projectModel } from '../../src/model/project-model.js';
import { packageRoot } from '../../src/paths.js';
import { buildApi, buildSchema } from '../../src/schema.js';
import { serveApi } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { composeSupergraph, jobBoardSdl } from './job-board.js';

const sdlOf = (model: Model): string => printSubgraphSdl(model, buildApi(model).sdl);

describe('The SDL of the subgraph', () => {
  const atlas = [sdlOf(projectModel()), 'http://localhost:4000/graphql'] as const;

  it('composes with that of the job board in docs/operations.md', () => {
    const supergraph = composeSupergraph({ atlas, jobs: [jobBoardSdl, 'http://localhost:4001/'] });
    expect(supergraph).toMatch(/^ {2}jobs: \[Job!\]! @join__field\(graph: JOBS\)$/m);
  });

  it('composes with a second subgraph that has connections and nodes of its own', () => {
    const articles = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
      interface Node { id: ID! }
      type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
      type Article implements Node { id: ID! about: [Company!]! }
      type ArticleConnection { nodes: [Article!]! pageInfo: PageInfo! }
      type Company implements Node @key(fields: "id") { id: ID! articles: ArticleConnection! }
      type Relation @key(fields: "id") { id: ID! articles: ArticleConnection! }
      type Query { articles: ArticleConnection! }`;
    const supergraph = composeSupergraph({ atlas, articles: [articles, 'http://localhost:4002/'] });
    expect(supergraph).toContain('type Article implements Node');
  });

  it.each([
    ['a root field of this API', 'type Query { node(id: ID!): Node } interface Node { id: ID! }', 'Query.node'],
    ['a field outside of keys', 'type Citation { chapter: Int! } type Query { cited: Citation }', 'Citation.chapter'],
  ])('does not compose with a subgraph that defines %s', (_, definitions, field) => {
    const other = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key"]) ${definitions}`;
    expect(() => composeSupergraph({ atlas, other: [other, 'http://localhost:4004/'] })).toThrow(
      `Non-shareable field "${field}" is resolved from multiple subgraphs`,
    );
  });

  it('composes for another model', () => {
    const { model } = openAtlas({ atlasDir: join(packageRoot, 'tests', 'model', 'library') });
    const loans = `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key"])
      type Book @key(fields: "slug") { slug: String! isLent: Boolean! }
      type Query { lent: [Book!]! }`;
    const library = [sdlOf(model), 'http://localhost:4000/graphql'] as const;
    expect(composeSupergraph({ library, loans: [loans, 'http://localhost:4003/'] })).toContain('isLent');
  });
});

describe('Without SUBGRAPH=on', () => {
  const neo4j = sharedNeo4j();
  const api = serveApi(() => neo4j.database);

  it('the schema is the published one', () => {
    const published = readFileSync(join(packageRoot, 'api', 'schema.graphql'), 'utf8');
    expect(printClientSchema(buildSchema())).toBe(published);
  });

  it.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'the server does not know %s',
    async (query) => {
      const { errors } = await api.send(query);
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    },
  );
});
