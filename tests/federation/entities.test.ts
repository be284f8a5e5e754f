import { describe, expect, it } from 'vitest';
import { HeldDatabase } from '../batch/held-database.js';
import { serveApi, testHttpConfig } from '../setup/api.js';
import { sharedNeo4j } from '../setup/databases.js';
import { explainOperators } from '../setup/explain.js';
import { recordStatements, type RecordingDatabase } from '../setup/recording-database.js';

const http = { ...testHttpConfig, isSubgraph: true };
const neo4j = sharedNeo4j();
let database: RecordingDatabase;
const api = serveApi(() => (database = recordStatements(neo4j.database)), { http, read: { isCacheEnabled: false } });

const operation = (selection: string): string =>
  `query ($all: [_Any!]!) { _entities(representations: $all) { ${selection} } }`;
const tool = (slug: string): object => ({ __typename: 'Tool', slug });
const openai = { __typename: 'Company', id: 'Company:openai' };

async function readEntities<T>(all: unknown, selection = '... on Entity { id } ... on Relation { id }'): Promise<T[]> {
  return (await api.query<{ _entities: T[] }>(operation(selection), { all }))._entities;
}

describe('_entities', () => {
  it('returns entities and relations in the order of the representations, null for each that does not exist', async () => {
    database.takeStatements();
    const all = [
      tool('kite'),
      { __typename: 'Relation', id: 'DEVELOPS:openai:dall-e' },
      openai,
      tool('nothing'),
      { __typename: 'Company', slug: 'OpenAI' },
      { __typename: 'Tool', id: "Tool:kite'}) RETURN node //" },
      { __typename: 'Tier', slug: 'upstream' },
      tool('kite'),
      { __typename: 'Relation', id: 'DEVELOPS:openai:kite' },
    ];
    const company = { id: 'Company:openai' };
    expect(await readEntities(all)).toEqual([
      { id: 'Tool:kite' },
      { id: 'DEVELOPS:openai:dall-e' },
      ...[company, null, company, null],
      { id: 'Tier:upstream' },
      { id: 'Tool:kite' },
      null,
    ]);
    expect(database.takeStatements().map(({ name }) => name)).toEqual(['_entities']);
    expect(await readEntities([])).toEqual([]);
  });

  it('returns null for an entity or a relation of another type', async () => {
    const ids = ['Tool:kite', 'DEVELOPS:openai:dall-e'];
    const types = ['Company', 'Tool', 'Relation'];
    const all = types.flatMap((type) => ids.map((id) => ({ __typename: type, id })));
    expect(await readEntities(all, '__typename')).toEqual([
      ...[null, null],
      ...[{ __typename: 'Tool' }, null],
      ...[null, { __typename: 'Relation' }],
    ]);
  });

  it('resolves a former id or slug to an entity of the same type', async () => {
    const all = [
      { __typename: 'Challenge', id: 'Challenge:ethics' },
      { __typename: 'Challenge', slug: 'ethics' },
      { __typename: 'Company', id: 'Company:ibm-watson' },
    ];
    const ethics = { id: 'Challenge:social-and-ethical-issues' };
    expect(await readEntities(all)).toEqual([ethics, ethics, null]);
  });

  it('accepts representations in the text of the operation, and one in place of the list', async () => {
    expect(
      await api.query(
        `query ($slug: String!) {
        a: _entities(representations: [{ __typename: "Tool", slug: $slug }]) { ... on Tool { id } }
        b: _entities(representations: { __typename: "Tool", slug: "dall-e" }) { ... on Tool { id } }
      }`,
        { slug: 'kite' },
      ),
    ).toEqual({ a: [{ id: 'Tool:kite' }], b: [{ id: 'Tool:dall-e' }] });
  });

  it.each([
    [[openai, { __typename: 'Tool' }], 'representations[1] must have the key of Tool, id or slug'],
    [['Tool:kite'], 'representations[0] must be an object with __typename and a key, found "Tool:kite"'],
    [[{ __typename: 'Painter', id: 'x' }], 'representations[0].__typename must be a type of the union _Entity'],
    [[{ __typename: 'Tool', id: 7 }], 'representations[0].id must be a string, found 7'],
    [Array.from({ length: 1_001 }, () => openai), 'representations may have at most 1000 values, found 1001'],
    [[null], 'Expected non-nullable type "_Any!" not to be null'],
    [undefined, '"$all" of required type "[_Any!]!" was not provided'],
  ])('refuses malformed representations and says why: case %#', async (all, message) => {
    database.takeStatements();
    const { data, errors } = await api.send(operation('__typename'), { all });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(database.takeStatements()).toEqual([]);
  });

  it('finds each entity and relation by an index', async () => {
    database.takeStatements();
    await readEntities([openai, { __typename: 'Relation', id: 'DEVELOPS:openai:dall-e' }]);
    const [statement] = database.takeStatements();
    const operators = statement ? await explainOperators(neo4j.target, statement) : [];
    expect(operators.filter((operator) => /^Node.*(Scan|Seek)/.test(operator))).not.toEqual([]);
    expect(operators.filter((operator) => operator.includes('Scan'))).toEqual([]);
  });

  it('accepts 1,000 representations, unless the selection makes them too expensive', async () => {
    const all = Array.from({ length: 1_000 }, () => openai);
    expect(await readEntities(all)).toHaveLength(1_000);
    const expensive = '... on Company { tools(first: 100) { nodes { companies(first: 10) { nodes { id } } } } }';
    const { errors } = await api.send(operation(expensive), { all });
    expect(errors).toMatchObject([{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }]);
  });
});

interface GraphData {
  readonly graph: {
    readonly nodes: readonly { readonly __typename: string; readonly id: string; readonly slug: string }[];
    readonly links: readonly { readonly __typename: string; readonly id: string }[];
  };
}

const selection = `
  __typename
  ... on Entity { id name summary(lang: ZH) degree citations { chapter section { slug } } }
  ... on Company {
    regions { nodes { slug } }
    tools(first: 2, where: { degree: { gte: 2 } }, orderBy: [{ field: DEGREE, direction: DESC }]) {
      totalCount
      edges { cursor node { id } relation { status } }
      pageInfo { hasNextPage endCursor }
    }
  }
  ... on Tool { companies(last: 1) { nodes { ...F } } }
  ... on Relation { id type status from { ...F } }`;
const fragment = 'fragment F on Entity { id name }';

describe.each(['jit', 'graphql-js'] as const)('with the executor %s, _entities', (executor) => {
  const server = serveApi(() => neo4j.database, { http, read: { executor, isCacheEnabled: false } });

  it('returns what nodes returns, by id and by slug', async () => {
    const { graph } = await server.query<GraphData>(
      '{ graph(limit: 300) { nodes { __typename id slug } links { __typename id } } }',
    );
    const { nodes, links } = { nodes: graph.nodes, links: graph.links.slice(0, 100) };
    const relations = links.map(({ __typename, id }) => ({ __typename, id }));
    const text = `query ($ids: [ID!]!, $byId: [_Any!]!, $bySlug: [_Any!]!) {
      nodes(ids: $ids) { ${selection} }
      byId: _entities(representations: $byId) { ${selection} }
      bySlug: _entities(representations: $bySlug) { ${selection} }
    } ${fragment}`;
    const data = await server.query<Record<'nodes' | 'byId' | 'bySlug', unknown[]>>(text, {
      ids: [...nodes, ...links].map(({ id }) => id),
      byId: [...nodes.map(({ __typename, id }) => ({ __typename, id })), ...relations],
      bySlug: [...nodes.map(({ __typename, slug }) => ({ __typename, slug })), ...relations],
    });
    expect(data.nodes).toHaveLength(nodes.length + 100);
    expect(data.nodes).not.toContain(null);
    expect(data.byId).toEqual(data.nodes);
    expect(data.bySlug).toEqual(data.nodes);
  });

  it('continues a list at a cursor', async () => {
    type Page = { tools: { nodes: { id: string }[]; pageInfo: { endCursor: string | null } } };
    const text = `query ($all: [_Any!]!, $after: String) {
      _entities(representations: $all) {
        ... on Company { tools(first: 3, after: $after) { nodes { id } pageInfo { endCursor } } }
      }
    }`;
    const readPage = async (after?: string | null): Promise<Page | undefined> =>
      (await server.query<{ _entities: Page[] }>(text, { all: [openai], after }))._entities[0];
    const first = await readPage();
    const second = await readPage(first?.tools.pageInfo.endCursor);
    const { company } = await server.query<{ company: Page }>(
      '{ company(slug: "openai") { tools(first: 6) { nodes { id } } } }',
    );
    expect([...(first?.tools.nodes ?? []), ...(second?.tools.nodes ?? [])]).toEqual(company.tools.nodes);
  });
});

describe('requests for _entities', () => {
  const held = new HeldDatabase(() => neo4j.database);
  const server = serveApi(() => held.database, { http, read: { isCacheEnabled: false } });
  const slugs = ['dall-e', 'kite', 'sora', 'chatgpt', 'nothing', 'dall-e-3', 'gpt', 'transformer'];

  it('that arrive together share a statement, and each gets its own entities', async () => {
    const requests = slugs.map((slug) => [tool(slug), openai, tool('kite')]);
    const send = (all: object[]): Promise<unknown> => server.query(operation('... on Entity { id name }'), { all });
    const expected: unknown[] = [];
    for (const all of requests) expected.push(await send(all));
    const largestBatch = async (): Promise<number> => {
      expect(await held.sendTogether(server, () => requests.map(send))).toEqual(expected);
      return Math.max(...held.sent.map(({ requestIds = [] }) => requestIds.length));
    };
    await expect.poll(largestBatch).toBeGreaterThan(1);
  });
});

describe('with the cache, _entities', () => {
  let recorded: RecordingDatabase;
  const server = serveApi(() => (recorded = recordStatements(neo4j.database)), { http });

  it('is read once for the same representations, and again for others', async () => {
    const send = (slug: string): Promise<unknown> =>
      server.query(operation('... on Tool { id }'), { all: [tool(slug)] });
    const readNames = (): string[] => recorded.takeStatements().map(({ name }) => name);
    const kite = await send('kite');
    await expect
      .poll(async () => {
        recorded.takeStatements();
        expect(await send('kite')).toEqual(kite);
        return readNames().includes('_entities');
      })
      .toBe(false);
    expect(await send('dall-e')).toEqual({ _entities: [{ id: 'Tool:dall-e' }] });
    expect(readNames()).toContain('_entities');
  });
});
